/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A plane of numbers, row by row: the value at (x, y) is {@code values[y * width + x]}. The array is not copied and
 * must not be written to once the plane is shared.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param values {@code width * height} numbers
 */
public record Plane(int width, int height, double[] values) {

    /** @throws IllegalArgumentException if the number of values does not fit the size */
    public Plane {
        if (width < 1 || height < 1 || (long) width * height != values.length) {
            throw new IllegalArgumentException(
                    "Not a plane of " + width + " x " + height + ": " + values.length + " values");
        }
    }

    /** A plane of zeros. */
    public static Plane zeros(int width, int height) {
        return new Plane(width, height, new double[Math.multiplyExact(width, height)]);
    }

    public double at(int x, int y) {
        return values[y * width + x];
    }

    public int area() {
        return values.length;
    }

    /** The plane of {@code f(value)}. */
    public Plane map(DoubleUnaryOperator f) {
        Plane result = zeros(width, height);
        Rows.forEach(this, y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                result.values[i] = f.applyAsDouble(values[i]);
            }
        });
        return result;
    }

    /**
     * The plane of {@code f(value here, value there)}.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public Plane zip(Plane other, DoubleBinaryOperator f) {
        requireSize(other);
        Plane result = zeros(width, height);
        Rows.forEach(this, y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                result.values[i] = f.applyAsDouble(values[i], other.values[i]);
            }
        });
        return result;
    }

    private void requireSize(Plane other) {
        if (other.width != width || other.height != height) {
            throw new IllegalArgumentException("Planes of different size: " + width + " x " + height + " and "
                    + other.width + " x " + other.height);
        }
    }

    public Plane times(Plane other) {
        requireSize(other);
        Plane result = zeros(width, height);
        Rows.forEach(this, y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                result.values[i] = values[i] * other.values[i];
            }
        });
        return result;
    }

    public Plane minus(Plane other) {
        requireSize(other);
        Plane result = zeros(width, height);
        Rows.forEach(this, y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                result.values[i] = values[i] - other.values[i];
            }
        });
        return result;
    }

    public Plane squared() {
        Plane result = zeros(width, height);
        Rows.forEach(this, y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                result.values[i] = values[i] * values[i];
            }
        });
        return result;
    }

    /** The larger value of the two at each pixel. */
    public Plane max(Plane other) {
        requireSize(other);
        Plane result = zeros(width, height);
        Rows.forEach(this, y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                result.values[i] = Math.max(values[i], other.values[i]);
            }
        });
        return result;
    }

    /** Mean of the squares of the differences between the two at each pixel. */
    public double meanSquaredError(Plane other) {
        requireSize(other);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - other.values[i];
            sum += difference * difference;
        }
        return sum / values.length;
    }

    public double sum() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    public double mean() {
        return sum() / values.length;
    }

    /** Mean of the values of this plane weighted by those of the other. */
    public double weightedMean(Plane weights) {
        requireSize(weights);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * weights.values[i];
            total += weights.values[i];
        }
        return sum / total;
    }

    public double min() {
        double min = Double.POSITIVE_INFINITY;
        for (double value : values) {
            min = Math.min(min, value);
        }
        return min;
    }

    public double max() {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    /** The same plane moved and scaled linearly to 0..1; zeros if it is constant. */
    public Plane stretched() {
        double min = min();
        double span = max() - min;
        return span > 0 ? map(value -> (value - min) / span) : zeros(width, height);
    }

    /** The {@code width} x {@code height} part whose upper left pixel is ({@code left}, {@code top}). */
    public Plane crop(int left, int top, int width, int height) {
        Plane result = zeros(width, height);
        for (int y = 0; y < height; y++) {
            System.arraycopy(values, (top + y) * this.width + left, result.values, y * width, width);
        }
        return result;
    }

    /** Every {@code step}-th pixel of every {@code step}-th row, the first included. */
    public Plane decimate(int step) {
        Plane result = zeros((width + step - 1) / step, (height + step - 1) / step);
        for (int y = 0; y < result.height; y++) {
            for (int x = 0; x < result.width; x++) {
                result.values[y * result.width + x] = at(x * step, y * step);
            }
        }
        return result;
    }

    /** The plane mirrored at its diagonal. */
    public Plane transposed() {
        Plane result = zeros(height, width);
        Rows.forEach(result, x -> {
            for (int y = 0; y < height; y++) {
                result.values[x * height + y] = values[y * width + x];
            }
        });
        return result;
    }
}
