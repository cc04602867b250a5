/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

/**
 * The interval of pixel values that is mapped to [0, 1] in both images of a pair; values outside are clamped.
 *
 * @param lo value mapped to 0
 * @param hi value mapped to 1; greater than {@code lo}, both finite
 * @param description the rule and its outcome for reports, such as {@code min-max of reference: 12..4095}
 */
public record IntensityRange(double lo, double hi, String description) {

    /** @throws IllegalArgumentException unless both ends are finite and {@code lo < hi} */
    public IntensityRange {
        if (!(lo < hi) || !Double.isFinite(hi - lo)) {
            throw new IllegalArgumentException("Not an interval: " + lo + ".." + hi);
        }
    }

    /**
     * Position of {@code value} in the interval, clamped to [0, 1], NaN if it is; an 8-bit v in 0..255 gives (float)
     * (v / 255.0).
     */
    float normalize(double value) {
        double position = (value - lo) / (hi - lo);
        return position <= 0 ? 0 : position >= 1 ? 1 : (float) position;
    }

    /**
     * Position of {@code value} in the interval, clamped and times 255; exactly the value if the interval is 0..255.
     */
    double toByteScale(double value) {
        double clamped = value <= lo ? lo : value >= hi ? hi : value;
        double scaled = (clamped - lo) * (255 / (hi - lo));
        return scaled > 255 ? 255 : scaled;
    }

    static String format(double lo, double hi) {
        return format(lo) + ".." + format(hi);
    }

    static String format(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Float.toString((float) value);
    }
}
