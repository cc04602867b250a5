/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

/**
 * A plane of an image. All numbers count from 1, as in ImageJ.
 *
 * @param channel 0 where all channels are scored together
 */
public record PlanePosition(int channel, int slice, int frame) {

    @Override
    public String toString() {
        return (channel == 0 ? "" : "channel " + channel + ", ") + "slice " + slice + ", frame " + frame;
    }
}
