/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.List;
import sc.fiji.ahiq.base.error.ImageException;

/**
 * A pass over all pixels of a channel, tile by tile: the ends of its finite values, and its first bad pixel, row by
 * row.
 */
final class PixelScan {

    private static final String[] RGB = {"red", "green", "blue"};

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double badValue;
    private long badX;
    private long badY = Long.MAX_VALUE;

    private PixelScan() {}

    private static PixelScan of(SampleBlocks channel) {
        PixelScan scan = new PixelScan();
        channel.forEachTile(scan::add);
        return scan;
    }

    /** Smallest and largest finite value over all channels; positive and negative infinity if there is none. */
    static double[] finiteMinMax(ImagePlane image) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (SampleBlocks channel : image.blocks()) {
            PixelScan scan = of(channel);
            min = Math.min(min, scan.min);
            max = Math.max(max, scan.max);
        }
        return new double[] {min, max};
    }

    /** @throws ImageException if a float image has a NaN or infinite pixel */
    static void requireFinite(ImagePlane image) {
        if (image.sampleType() != SampleType.FLOAT32) {
            return;
        }
        List<SampleBlocks> channels = image.blocks();
        for (int c = 0; c < channels.size(); c++) {
            PixelScan scan = of(channels.get(c));
            if (scan.badY < Long.MAX_VALUE) {
                throw scan.notFinite(image, c);
            }
        }
    }

    private void add(long x, long y, double[] samples) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double sample : samples) { // NaN becomes and stays both ends
            least = Math.min(least, sample);
            most = Math.max(most, sample);
        }
        if (Double.isFinite(least) && Double.isFinite(most)) {
            widen(least, most);
        } else {
            addWithBad(x, y, samples);
        }
    }

    private void widen(double least, double most) {
        min = Math.min(min, least);
        max = Math.max(max, most);
    }

    /** Parts of a row come from left to right, but those of a row further down may come before. */
    private void addWithBad(long x, long y, double[] samples) {
        for (int i = 0; i < samples.length; i++) {
            if (Double.isFinite(samples[i])) {
                widen(samples[i], samples[i]);
            } else if (y < badY) {
                badValue = samples[i];
                badX = x + i;
                badY = y;
            }
        }
    }

    private ImageException notFinite(ImagePlane image, int channel) {
        String where = image.channels().size() == 1 ? "" : " of the " + RGB[channel] + " channel";
        return new ImageException("Expected finite pixel values, but " + image.name() + " has " + badValue + " at x="
                + badX + ", y=" + badY + where
                + ". Replace such pixels, for example with Process > Noise > Remove NaNs, or crop them away.");
    }
}
