/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

/**
 * Images of one size for a network.
 *
 * @param values of each image the planes red, green and blue, row by row, in [0, 1]; {@code count * 3 * height * width}
 */
public record Pixels(float[] values, int count, int height, int width) {

    static final int CHANNELS = 3;
}
