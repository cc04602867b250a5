/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

/**
 * What the network expects of pixel values: x in [0, 1] becomes (x - mean) / std, the same for red, green and blue.
 *
 * @param mean subtracted
 * @param std divided by; above 0
 */
public record Normalization(float mean, float std) {

    /** The published one for both branches, not that of ImageNet. */
    public static final Normalization PUBLISHED = new Normalization(0.5f, 0.5f);

    /** None: the network itself does what is to be done. */
    public static final Normalization NONE = new Normalization(0, 1);

    /** Normalises {@code count} values in place. */
    public void apply(float[] values, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            values[i] = (values[i] - mean) / std;
        }
    }
}
