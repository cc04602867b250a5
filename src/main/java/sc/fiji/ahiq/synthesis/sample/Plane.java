/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Numbers in rows; the painters and filters of this package change it in place where their names say so. */
final class Plane {

    private final int width;
    private final int height;
    private final double[] values;

    Plane(int width, int height) {
        this(width, height, new double[width * height]);
    }

    private Plane(int width, int height, double[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /** Shares the numbers. */
    static Plane of(sc.fiji.ahiq.metric.filter.Plane plane) {
        return new Plane(plane.width(), plane.height(), plane.values());
    }

    /** Shares the numbers. */
    sc.fiji.ahiq.metric.filter.Plane toFilterPlane() {
        return new sc.fiji.ahiq.metric.filter.Plane(width, height, values);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double get(int index) {
        return values[index];
    }

    double get(int x, int y) {
        return values[y * width + x];
    }

    void set(int x, int y, double value) {
        values[y * width + x] = value;
    }

    boolean contains(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    /** Adds an amount to the four pixels around a point, nearer ones getting more; what falls outside is lost. */
    void addAt(double x, double y, double amount) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double bottom = y - top;
        add(left, top, amount * (1 - right) * (1 - bottom));
        add(left + 1, top, amount * right * (1 - bottom));
        add(left, top + 1, amount * (1 - right) * bottom);
        add(left + 1, top + 1, amount * right * bottom);
    }

    private void add(int x, int y, double amount) {
        if (contains(x, y)) {
            values[y * width + x] += amount;
        }
    }

    Plane map(DoubleUnaryOperator operator) {
        Plane result = new Plane(width, height);
        for (int i = 0; i < values.length; i++) {
            result.values[i] = operator.applyAsDouble(values[i]);
        }
        return result;
    }

    Plane combine(Plane other, DoubleBinaryOperator operator) {
        Plane result = new Plane(width, height);
        for (int i = 0; i < values.length; i++) {
            result.values[i] = operator.applyAsDouble(values[i], other.values[i]);
        }
        return result;
    }
}
