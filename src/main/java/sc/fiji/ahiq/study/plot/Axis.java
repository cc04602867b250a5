/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear scale.
 *
 * @param low value at its beginning
 * @param high value at its end, greater
 */
record Axis(double low, double high) {

    private static final double MARGIN = 0.03;
    private static final int[] STEPS = {1, 2, 5, 10};
    private static final int MAX_PLAIN_EXPONENT = 6;

    /** A scale with some room around all values; they may be equal, or none. */
    static Axis around(double[] values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        if (min > max) {
            return new Axis(0, 1);
        }
        double margin = (max - min) * MARGIN;
        if (margin <= Math.ulp(Math.max(Math.abs(min), Math.abs(max))) * 1e3) {
            margin = Math.max(Math.abs(min), 1) / 2;
        }
        return new Axis(min - margin, max + margin);
    }

    double position(double value, double atLow, double atHigh) {
        return atLow + (value - low) / (high - low) * (atHigh - atLow);
    }

    boolean contains(double value) {
        return value >= low && value <= high;
    }

    /** Multiples of 1, 2 or 5 times a power of ten, {@code wanted} of them at most. */
    List<BigDecimal> ticks(int wanted) {
        double least = (high - low) / wanted;
        int exponent = (int) Math.floor(Math.log10(least));
        BigDecimal step = null;
        for (int i = 0; i < STEPS.length && (step == null || step.doubleValue() < least); i++) {
            step = BigDecimal.valueOf(STEPS[i]).scaleByPowerOfTen(exponent).stripTrailingZeros();
        }
        List<BigDecimal> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / step.doubleValue() - 1e-9);
        long last = (long) Math.floor(high / step.doubleValue() + 1e-9);
        for (long i = first; i <= last; i++) {
            ticks.add(step.multiply(BigDecimal.valueOf(i)));
        }
        return ticks;
    }

    /** Without an exponent unless the number is very large or small. */
    static String label(BigDecimal tick) {
        if (tick.signum() == 0 && tick.scale() > MAX_PLAIN_EXPONENT) {
            return "0";
        }
        int exponent = tick.signum() == 0 ? 0 : tick.precision() - tick.scale() - 1;
        return Math.abs(exponent) < MAX_PLAIN_EXPONENT
                ? tick.toPlainString()
                : tick.stripTrailingZeros().toString();
    }
}
