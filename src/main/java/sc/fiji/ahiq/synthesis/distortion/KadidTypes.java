/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import static sc.fiji.ahiq.synthesis.distortion.DistortionGroup.BLUR;
import static sc.fiji.ahiq.synthesis.distortion.DistortionGroup.BRIGHTNESS;
import static sc.fiji.ahiq.synthesis.distortion.DistortionGroup.COLOUR;
import static sc.fiji.ahiq.synthesis.distortion.DistortionGroup.COMPRESSION;
import static sc.fiji.ahiq.synthesis.distortion.DistortionGroup.CONTRAST;
import static sc.fiji.ahiq.synthesis.distortion.DistortionGroup.NOISE;
import static sc.fiji.ahiq.synthesis.distortion.DistortionGroup.SPATIAL;

import java.util.List;

/**
 * The 25 types of KADID-10k in its order, with the levels of its authors' generator (published with KADIS-700k; Lin,
 * Hosu and Saupe, DeepFL-IQA, arXiv:2001.08113). They differ where a level of the original changes nothing or is not
 * the next worse one: gaussian-blur (first 0.1 and 0.5 there), colour-saturation-2 (first 1), mean-shift and
 * contrast-change (from a rise through none to a fall there; here the seed decides between rise and fall), and
 * quantisation (by the histogram there, evenly here). Lengths of motion-blur are twice the radii, and denoising is by
 * minimal total variation in place of a network.
 */
final class KadidTypes {

    static final List<Distortion> ALL = List.of(
            Distortion.of(
                    "gaussian-blur",
                    BLUR,
                    "normal distribution with a standard deviation of 0.4 to 5 pixels",
                    Effect.ofPlanes(Blur::gaussian),
                    levels(0.4, 0.6, 1, 2, 5)),
            Distortion.of(
                    "lens-blur",
                    BLUR,
                    "out of focus: a disk with a radius of 1 to 8 pixels",
                    Effect.ofPlanes(Blur::lens),
                    levels(1, 2, 4, 6, 8)),
            Distortion.of(
                    "motion-blur",
                    BLUR,
                    "a line of 2 to 20 pixels in a random direction",
                    Blur::motion,
                    levels(2, 4, 8, 12, 20)),
            Distortion.ofColour(
                    "colour-diffusion",
                    COLOUR,
                    "chroma blurred by 3.5 to 20 pixels and raised 1 to 12 times",
                    Colours::diffusion,
                    levels(1, 3, 6, 8, 12)),
            Distortion.ofColour(
                    "colour-shift",
                    COLOUR,
                    "green moved by 1 to 12 pixels at edges",
                    Colours::shift,
                    levels(1, 3, 6, 8, 12)),
            Distortion.of(
                    "colour-quantisation",
                    COLOUR,
                    "64 to 8 colours without dithering",
                    MedianCut::quantised,
                    levels(64, 48, 32, 16, 8)),
            Distortion.ofColour(
                    "colour-saturation-1",
                    COLOUR,
                    "saturation of HSV times 0.4 to -0.4",
                    Colours::saturation,
                    levels(0.4, 0.2, 0.1, 0, -0.4)),
            Distortion.ofColour(
                    "colour-saturation-2",
                    COLOUR,
                    "chroma of CIE L*a*b* times 1.5 to 9",
                    Colours::chroma,
                    levels(1.5, 2, 3, 6, 9)),
            Distortion.of(
                    "jpeg2000",
                    COMPRESSION,
                    "JPEG 2000 at compression ratios of 16 to 400",
                    Jpeg2000Compression::compressed,
                    levels(16, 32, 45, 120, 400)),
            Distortion.of(
                    "jpeg",
                    COMPRESSION,
                    "JPEG of quality 43 to 4 (of 100)",
                    JpegCompression::compressed,
                    levels(43, 36, 24, 7, 4)),
            Distortion.of(
                    "white-noise",
                    NOISE,
                    "normal noise with a variance of 0.001 to 0.01",
                    Noise::white,
                    levels(0.001, 0.002, 0.003, 0.005, 0.01)),
            Distortion.ofColour(
                    "colour-noise",
                    NOISE,
                    "normal noise in luma and colour differences with a variance of 0.0001 to 0.003",
                    Noise::inColourComponents,
                    levels(0.0001, 0.0005, 0.001, 0.002, 0.003)),
            Distortion.of(
                    "impulse-noise",
                    NOISE,
                    "0.1 to 3 % of the samples black or white",
                    Noise::impulse,
                    levels(0.001, 0.005, 0.01, 0.02, 0.03)),
            Distortion.of(
                    "multiplicative-noise",
                    NOISE,
                    "speckle with a variance of 0.001 to 0.05",
                    Noise::multiplicative,
                    levels(0.001, 0.005, 0.01, 0.02, 0.05)),
            Distortion.of(
                    "denoising",
                    NOISE,
                    "normal noise, standard deviation 8 to 26 of 255, removed by minimal total variation",
                    Denoising.of(TotalVariation::denoised),
                    levels(8.06, 11.4, 13.97, 18.03, 25.5)),
            Distortion.of(
                    "brighten",
                    BRIGHTNESS,
                    "mid-grey raised by 5 to 55 % of the range",
                    Effect.ofPlanes(Tones::brightened),
                    levels(0.1, 0.2, 0.4, 0.7, 1.1)),
            Distortion.of(
                    "darken",
                    BRIGHTNESS,
                    "mid-grey lowered by 2.5 to 40 % of the range",
                    Effect.ofPlanes(Tones::darkened),
                    levels(0.05, 0.1, 0.2, 0.4, 0.8)),
            Distortion.of(
                    "mean-shift",
                    BRIGHTNESS,
                    "all samples higher or lower by 3 to 15 % of the range",
                    Tones::shifted,
                    levels(0.03, 0.06, 0.09, 0.12, 0.15)),
            Distortion.of(
                    "jitter",
                    SPATIAL,
                    "pixels taken from near by, five times over, with a standard deviation of 0.05 to 1 pixel",
                    Displacement::jittered,
                    levels(0.05, 0.1, 0.2, 0.5, 1)),
            Distortion.of(
                    "non-eccentricity-patch",
                    SPATIAL,
                    "20 to 100 patches of 16 x 16 pixels put down beside their places",
                    Displacement::displacedPatches,
                    levels(20, 40, 60, 80, 100)),
            Distortion.of(
                    "pixelate",
                    SPATIAL,
                    "shrunk to 89 to 29 % and enlarged, nearest pixels taken",
                    Effect.ofPlanes(Displacement::pixelated),
                    levels(0.01, 0.05, 0.1, 0.2, 0.5)),
            Distortion.of(
                    "quantisation",
                    SPATIAL,
                    "20 to 7 values per channel",
                    Effect.ofPlanes(Tones::quantised),
                    levels(20, 16, 13, 10, 7)),
            Distortion.of(
                    "colour-block",
                    SPATIAL,
                    "2 to 10 blocks of 32 x 32 pixels and random colour",
                    Displacement::colourBlocks,
                    levels(2, 4, 6, 8, 10)),
            Distortion.of(
                    "high-sharpen",
                    CONTRAST,
                    "unsharp masking of strength 1 to 12",
                    Sharpening::unsharp,
                    levels(1, 2, 3, 6, 12)),
            Distortion.of(
                    "contrast-change",
                    CONTRAST,
                    "a curve that takes or gives contrast",
                    Tones::contrast,
                    levels(0.12, 0.24, 0.36, 0.48, 0.6)));

    private KadidTypes() {}

    private static double[] levels(double... amounts) {
        return amounts;
    }
}
