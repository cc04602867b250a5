/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

/**
 * Which page holds which plane of an image.
 *
 * @param pages indices of pages for channel, slice and frame, channels first; -1 where the file has none
 */
record PageOrder(int channels, int slices, int frames, int[] pages) {

    /** Pages in the order of ImageJ: channels first, then slices. */
    static PageOrder ofImageJ(int first, int channels, int slices, int frames) {
        int[] pages = new int[channels * slices * frames];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = first + i;
        }
        return new PageOrder(channels, slices, frames, pages);
    }

    /** Counted from 1. */
    int page(int channel, int slice, int frame) {
        return pages[channel - 1 + channels * (slice - 1 + slices * (frame - 1))];
    }

    int count() {
        return pages.length;
    }
}
