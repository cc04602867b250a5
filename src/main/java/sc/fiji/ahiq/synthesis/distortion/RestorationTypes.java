/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import static sc.fiji.ahiq.synthesis.distortion.DistortionGroup.CAMERA;
import static sc.fiji.ahiq.synthesis.distortion.DistortionGroup.RESTORATION;

import java.util.List;
import sc.fiji.ahiq.metric.filter.Resampling;

/**
 * Artefacts of image restoration and noise of cameras. Levels were chosen by eye, and so that metrics tell each from
 * the next.
 */
final class RestorationTypes {

    static final List<Distortion> ALL = List.of(
            Distortion.of(
                    "super-resolution-bilinear",
                    RESTORATION,
                    "shrunk 1.5 to 6 times and enlarged by linear interpolation",
                    SuperResolution.by(Resampling::bilinear),
                    levels(1.5, 2, 3, 4, 6)),
            Distortion.of(
                    "super-resolution-bicubic",
                    RESTORATION,
                    "shrunk 1.5 to 6 times and enlarged by cubic convolution",
                    SuperResolution.by(Resampling::bicubic),
                    levels(1.5, 2, 3, 4, 6)),
            Distortion.of(
                    "super-resolution-lanczos",
                    RESTORATION,
                    "shrunk 1.5 to 6 times and enlarged by a Lanczos kernel",
                    SuperResolution.by(Resampling::lanczos),
                    levels(1.5, 2, 3, 4, 6)),
            Distortion.of(
                    "super-resolution-sharpened",
                    RESTORATION,
                    "shrunk 1.5 to 6 times, enlarged by cubic convolution, and sharpened too much",
                    SuperResolution::sharpened,
                    levels(1.5, 2, 3, 4, 6)),
            Distortion.of(
                    "aliasing",
                    RESTORATION,
                    "shrunk 1.3 to 5 times without a low-pass filter and enlarged by cubic convolution",
                    Effect.ofPlanes(SuperResolution::aliased),
                    levels(1.3, 1.7, 2.4, 3.5, 5)),
            Distortion.of(
                    "checkerboard",
                    RESTORATION,
                    "uneven transposed convolutions: a checkerboard of 1.5 to 20 %",
                    SuperResolution::checkerboard,
                    levels(0.015, 0.03, 0.06, 0.11, 0.2)),
            Distortion.of(
                    "denoising-bilateral",
                    RESTORATION,
                    "normal noise, standard deviation 6 to 50 of 255, removed by a bilateral filter",
                    Denoising.of(BilateralFilter::denoised),
                    levels(6, 12, 20, 32, 50)),
            Distortion.of(
                    "denoising-median",
                    RESTORATION,
                    "normal noise, standard deviation 6 to 50 of 255, removed by medians of 3 x 3 to 13 x 13 pixels",
                    Denoising.of(MedianFilter::denoised),
                    levels(6, 14, 22, 34, 50)),
            Distortion.of(
                    "denoising-nonlocal",
                    RESTORATION,
                    "normal noise, standard deviation 6 to 50 of 255, removed by non-local means",
                    Denoising.of(NonLocalMeans::denoised),
                    levels(6, 12, 20, 32, 50)),
            Distortion.of(
                    "denoising-wavelet",
                    RESTORATION,
                    "normal noise, standard deviation 6 to 50 of 255, removed by wavelet shrinkage",
                    Denoising.of(WaveletShrinkage::denoised),
                    levels(6, 12, 20, 32, 50)),
            Distortion.of(
                    "deconvolution-ringing",
                    RESTORATION,
                    "deconvolved by a blur taken for 15 to 110 % too wide",
                    Effect.ofPlanes(Deconvolution::ringing),
                    levels(0.15, 0.3, 0.5, 0.75, 1.1)),
            Distortion.of(
                    "shot-noise",
                    CAMERA,
                    "Poisson noise, 500 to 10 photons for white",
                    PhotonNoise::shot,
                    levels(500, 200, 80, 30, 10)),
            Distortion.of(
                    "camera-noise",
                    CAMERA,
                    "Poisson noise, 500 to 20 photons for white, and read noise of 4 electrons",
                    PhotonNoise::camera,
                    levels(500, 200, 100, 50, 20)));

    private RestorationTypes() {}

    private static double[] levels(double... amounts) {
        return amounts;
    }
}
