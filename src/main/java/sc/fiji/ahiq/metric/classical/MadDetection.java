/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Spectrum;

/**
 * MAD's detection-based strategy: contrasts of errors in lightness, filtered by contrast
 * sensitivity, against the contrast of the background, in blocks of 16 x 16 pixels every 4 pixels; where they exceed
 * it, the mean squared error counts. The contrast of the background is half the smallest deviation among a block and
 * its left and upper neighbours.
 */
final class MadDetection {

    static final int BLOCK_SIZE = 16;
    static final int STEP = 4;

    private static final double LIGHTNESS_GAIN = 0.02874;
    private static final double LIGHTNESS_POWER = 2.2 / 3;
    private static final double DARK = 0.5;
    private static final double LOG_CONTRAST_THRESHOLD = -5;
    private static final double EPSILON = 1e-12;
    private static final double SCALE = 200;

    /** Cycles per degree at half the sampling frequency. */
    private static final double HIGHEST_FREQUENCY = 32;

    private final Plane reference;
    private final Plane sensitivity;
    private final Plane expected;
    private final BlockStatistics background;

    private MadDetection(Plane reference, Plane sensitivity) {
        this.reference = reference;
        this.sensitivity = sensitivity;
        this.expected = perceived(reference, sensitivity);
        this.background = BlockStatistics.of(expected, BLOCK_SIZE, STEP);
    }

    static MadDetection of(Plane reference, boolean asPorted) {
        return new MadDetection(reference, sensitivity(reference.width(), reference.height(), asPorted));
    }

    double score(Plane distorted) {
        Plane error = perceived(distorted, sensitivity).minus(expected);
        Plane contrast = contrast(BlockStatistics.of(error, BLOCK_SIZE, STEP).deviation(), background.mean());
        Plane masker = contrast(masking(background.deviation()), background.mean());
        Plane meanSquares = BlockStatistics.of(reference.minus(distorted).squared(), BLOCK_SIZE, STEP)
                .mean();
        Plane visibility =
                contrast.zip(masker, (error1, mask) -> Math.max(0, error1 - Math.max(LOG_CONTRAST_THRESHOLD, mask)));
        Plane bright = background.mean().map(mean -> mean < DARK ? 0 : 1);
        return SCALE
                * Math.sqrt(
                        visibility.times(bright).times(meanSquares).squared().mean());
    }

    private static Plane perceived(Plane grey, Plane sensitivity) {
        Plane lightness = grey.map(value -> LIGHTNESS_GAIN * Math.pow(value, LIGHTNESS_POWER));
        return Spectrum.of(lightness).response(sensitivity).real();
    }

    private static Plane contrast(Plane deviation, Plane mean) {
        return deviation.zip(mean, (d, m) -> Math.log(Math.abs((d + EPSILON) / (m + EPSILON))));
    }

    private static Plane masking(Plane deviation) {
        Plane masking = Plane.zeros(deviation.width(), deviation.height());
        for (int y = 0; y < deviation.height(); y++) {
            for (int x = 0; x < deviation.width(); x++) {
                int left = Math.max(x - 1, 0);
                int above = Math.max(y - 1, 0);
                double smallest = Math.min(
                        Math.min(deviation.at(x, y), deviation.at(left, y)),
                        Math.min(deviation.at(x, above), deviation.at(left, above)));
                masking.values()[y * deviation.width() + x] = smallest / 2;
            }
        }
        return masking;
    }

    /** Sensitivity (Mannos and Sakrison, 1974, with an oblique effect) of each frequency, zero frequency first. */
    private static Plane sensitivity(int width, int height, boolean asPorted) {
        Plane plane = Plane.zeros(width, height);
        for (int y = 0; y < height; y++) {
            int row = (y + height / 2) % height;
            for (int x = 0; x < width; x++) {
                int column = (x + width / 2) % width;
                int place = row * width + column;
                plane.values()[y * width + x] = asPorted
                        ? sensitivity(centred(place / height, width) / width, centred(place % height, height) / width)
                        : sensitivity(centred(column, width) / width, centred(row, height) / height);
            }
        }
        return plane;
    }

    /** The authors' grid lies half a step beside the frequencies. */
    private static double centred(int index, int length) {
        return index - (length - 1) / 2.0;
    }

    private static double sensitivity(double cyclesPerPixelX, double cyclesPerPixelY) {
        double oblique = 0.15 * Math.cos(4 * Math.atan2(cyclesPerPixelY, cyclesPerPixelX)) + 0.85;
        double frequency = 2
                * HIGHEST_FREQUENCY
                * Math.sqrt(cyclesPerPixelX * cyclesPerPixelX + cyclesPerPixelY * cyclesPerPixelY)
                / oblique;
        double argument = 0.114 * frequency;
        return frequency < 7.8909 ? 0.9809 : 2.6 * (0.0192 + argument) * Math.exp(-Math.pow(argument, 1.1));
    }
}
