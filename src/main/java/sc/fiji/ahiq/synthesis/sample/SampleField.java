/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.synthesis.distortion.Blur;
import sc.fiji.ahiq.synthesis.distortion.JpegBlocks;
import sc.fiji.ahiq.synthesis.distortion.TotalVariation;

/**
 * A simulated field of cells under a fluorescence microscope, 512 x 512 pixels: stained nuclei and filaments of the
 * cytoskeleton, seen through a point-spread function with out-of-focus haze, by a camera with shot and read noise. The
 * reference is a long exposure; each {@link Degradation} is another picture of the same field. Immutable and thread
 * safe; each call takes a fraction of a second.
 */
public final class SampleField {

    /** Width and height in pixels. */
    public static final int SIZE = 512;

    private static final double NUCLEUS_LIGHT = 0.75;
    private static final double FILAMENT_LIGHT = 0.42;
    private static final double BACKGROUND_LIGHT = 0.015;
    private static final double FOCUS_SIGMA_PIXELS = 1.15;
    private static final double DEFOCUS_SIGMA_PIXELS = 3;
    private static final double HAZE_SIGMA_PIXELS = 22;
    private static final double HAZE = 0.3;

    private static final double LONG_EXPOSURE_PHOTONS = 2400;
    private static final double SHORT_EXPOSURE_PHOTONS = LONG_EXPOSURE_PHOTONS / 40;
    private static final double COUNTS = 2900;

    private static final double DENOISING_COUNTS = 600;
    private static final int DENOISING_ITERATIONS = 60;
    private static final int JPEG_QUALITY = 8;

    private final long seed;
    private final Plane fluorescence;

    private SampleField(long seed, Plane fluorescence) {
        this.seed = seed;
        this.fluorescence = fluorescence;
    }

    /** @param seed places and shapes of the cells, and the noise of the pictures */
    public static SampleField simulate(long seed) {
        Random random = new Random(seed);
        List<Cell> cells = Nuclei.place(SIZE, SIZE, random);
        Plane nuclei = Nuclei.paint(SIZE, SIZE, cells, random);
        Plane filaments = Filaments.paint(SIZE, SIZE, cells, random);
        return new SampleField(
                seed,
                nuclei.zip(
                        filaments,
                        (nucleus, filament) -> BACKGROUND_LIGHT + NUCLEUS_LIGHT * nucleus + FILAMENT_LIGHT * filament));
    }

    /** The best picture of the field. */
    public SampleImage reference() {
        return new SampleImage("reference", longExposure());
    }

    /** A worse picture of the same field. */
    public SampleImage degraded(Degradation degradation) {
        return new SampleImage(
                degradation.label(),
                switch (degradation) {
                    case DENOISED -> denoised(shortExposure());
                    case NOISE -> shortExposure();
                    case BLUR -> expose(DEFOCUS_SIGMA_PIXELS, LONG_EXPOSURE_PHOTONS, 3);
                    case JPEG -> compressed(reference());
                });
    }

    private Plane longExposure() {
        return expose(FOCUS_SIGMA_PIXELS, LONG_EXPOSURE_PHOTONS, 1);
    }

    private Plane shortExposure() {
        return expose(FOCUS_SIGMA_PIXELS, SHORT_EXPOSURE_PHOTONS, 2);
    }

    private Plane expose(double sigmaPixels, double photons, int picture) {
        Plane haze = Blur.gaussian(fluorescence, HAZE_SIGMA_PIXELS);
        Plane light = Blur.gaussian(fluorescence, sigmaPixels)
                .zip(haze, (focused, hazy) -> (1 - HAZE) * focused + HAZE * hazy);
        return new Camera(photons, COUNTS).expose(light, new Random(31 * seed + picture));
    }

    private static Plane denoised(Plane noisy) {
        return new TotalVariation(DENOISING_COUNTS, DENOISING_ITERATIONS).denoise(noisy);
    }

    private static Plane compressed(SampleImage image) {
        byte[] bytes = image.toBytes();
        double[] pixels = new double[bytes.length];
        Arrays.setAll(pixels, i -> bytes[i] & 0xff);
        return JpegBlocks.luminance(JPEG_QUALITY)
                .compress(new Plane(image.width(), image.height(), pixels))
                .map(value -> value * SampleImage.WHITE / 255);
    }
}
