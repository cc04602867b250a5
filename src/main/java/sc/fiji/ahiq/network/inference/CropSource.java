/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

/** Pixels of the crops of one image. */
@FunctionalInterface
interface CropSource {

    /**
     * Writes crop {@code index}: the planes red, green, blue one after the other, each row-major, values in [0, 1].
     *
     * @param target written from {@code offset} on
     */
    void read(int index, float[] target, int offset);
}
