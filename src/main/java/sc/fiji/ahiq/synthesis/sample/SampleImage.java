/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import sc.fiji.ahiq.metric.filter.Plane;

/**
 * A grey picture as a camera of 12 bits gives it. Immutable.
 *
 * @see SampleField
 */
public final class SampleImage {

    /** The largest value of a pixel. */
    static final int WHITE = 4095;

    private static final int WHITE_8_BIT = 255;

    private final String name;
    private final Plane counts;

    /** @param counts rounded here, and clipped to 0..{@link #WHITE} */
    SampleImage(String name, Plane counts) {
        this.name = name;
        this.counts = counts.map(value -> Math.rint(Math.max(0, Math.min(WHITE, value))));
    }

    /** Lower case, without spaces: {@code reference}, or that of the {@link Degradation}. */
    public String name() {
        return name;
    }

    public int width() {
        return counts.width();
    }

    public int height() {
        return counts.height();
    }

    /** Row-major, unsigned, 0 to 4095. */
    public short[] toShorts() {
        short[] pixels = new short[width() * height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) counts.values()[i];
        }
        return pixels;
    }

    /** Row-major, unsigned: 0 to 4095 brought to 0 to 255. */
    public byte[] toBytes() {
        byte[] pixels = new byte[width() * height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.rint(counts.values()[i] * WHITE_8_BIT / WHITE);
        }
        return pixels;
    }
}
