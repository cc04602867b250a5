/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.metric.Comparing;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;

/** What single effects do, in numbers. */
class EffectsTest {

    private static final Metrics METRICS = Metrics.ofClassPath();

    private static final PlanarImage PICTURE = Pictures.colour(1, 64, 48);

    @Test
    void motionBlurSpreadsAPointAlongALineOfItsLength() {
        Plane point = Plane.zeros(65, 65);
        point.values()[32 * 65 + 32] = 1000;

        Plane blurred = Blur.motion(List.of(point), 12, new Random(3)).get(0);

        double xx = moment(blurred, 2, 0);
        double yy = moment(blurred, 0, 2);
        double xy = moment(blurred, 1, 1);
        assertThat(blurred.sum()).isCloseTo(1000, within(1e-9));
        // A line of length n has the variance n^2 / 12 along and, one pixel wide, about 1 / 6 across.
        double across = (xx + yy - Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy)) / 2;
        assertThat(xx + yy - across).isCloseTo(12, within(1.0));
        assertThat(across).isCloseTo(1 / 6.0, within(0.05));
    }

    private static double moment(Plane plane, int xPower, int yPower) {
        double sum = 0;
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                sum += plane.at(x, y) * Math.pow(x - 32, xPower) * Math.pow(y - 32, yPower);
            }
        }
        return sum / plane.sum();
    }

    @Test
    void lensBlurIsFlatWithinItsRadius() {
        Plane point = Plane.zeros(33, 33);
        point.values()[16 * 33 + 16] = 1;

        Plane blurred = Blur.lens(point, 4);

        assertThat(blurred.at(16, 16)).isEqualTo(blurred.at(18, 18)).isCloseTo(1 / (Math.PI * 4 * 4), within(0.001));
        assertThat(blurred.at(21, 16)).isZero();
    }

    @Test
    void saturationZeroGivesTheLargestSampleAndOneTheSameColours() {
        List<Plane> rgb = PICTURE.rgb();
        Plane value = rgb.get(0).max(rgb.get(1)).max(rgb.get(2));

        assertThat(Colours.saturation(rgb, 0, null))
                .allSatisfy(plane -> assertThat(plane.values()).isEqualTo(value.values()));
        assertThat(Colours.saturation(rgb, 1, null).get(2).values())
                .isEqualTo(rgb.get(2).values());
    }

    @Test
    void chromaTimesOneGivesTheSameColours() {
        List<Plane> same = Colours.chroma(PICTURE.rgb(), 1, null);

        for (int p = 0; p < 3; p++) {
            assertThat(same.get(p).values())
                    .containsExactly(PICTURE.rgb().get(p).values(), within(0.01));
        }
    }

    @Test
    void greyHasNoChromaToRaise() {
        List<Plane> raised = Colours.chroma(Pictures.constant(93, 32, 32).rgb(), 9, null);

        assertThat(raised).allSatisfy(plane -> assertThat(plane.at(0, 0)).isCloseTo(93, within(0.1)));
    }

    @Test
    void medianCutGivesNoMoreColoursThanWanted() {
        List<Plane> few = MedianCut.quantised(PICTURE.rgb(), 16, null);

        assertThat(colours(PICTURE.rgb())).isGreaterThan(500);
        assertThat(colours(few)).isEqualTo(16);
    }

    @Test
    void medianCutKeepsFewColoursAsTheyAre() {
        Plane plane = PICTURE.rgb().get(0).map(value -> value < 60 ? 10 : value < 90 ? 100 : 200);
        List<Plane> planes = List.of(plane, plane.map(value -> 255 - value), plane);

        List<Plane> same = MedianCut.quantised(planes, 8, null);

        for (int p = 0; p < 3; p++) {
            assertThat(same.get(p).values()).isEqualTo(planes.get(p).values());
        }
    }

    private static long colours(List<Plane> planes) {
        return IntStream.range(0, planes.get(0).area())
                .mapToObj(i -> planes.stream().map(plane -> plane.values()[i]).toList())
                .distinct()
                .count();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.01})
    void whiteNoiseHasItsVariance(double variance) {
        Plane grey = Plane.zeros(200, 200).map(zero -> 128);

        Plane noise = Noise.white(List.of(grey), variance, new Random(1)).get(0).map(value -> (value - 128) / 255);

        assertThat(noise.mean()).isCloseTo(0, within(0.002));
        assertThat(noise.squared().mean()).isCloseTo(variance, within(0.03 * variance));
    }

    @Test
    void impulsesAreAsManyBlackAsWhite() {
        Plane noisy = Noise.impulse(List.of(Plane.zeros(300, 300).map(zero -> 128)), 0.03, new Random(2))
                .get(0);

        double[] values = noisy.values();
        assertThat(Arrays.stream(values).filter(value -> value == 0).count()).isBetween(1200L, 1500L);
        assertThat(Arrays.stream(values).filter(value -> value == 255).count()).isBetween(1200L, 1500L);
        assertThat(Arrays.stream(values).filter(value -> value == 128).count()).isGreaterThan(87000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 90, 255})
    void photonsHaveThePoissonDistributionsMeanAndVariance(int value) {
        Plane light = Plane.zeros(300, 300).map(zero -> value);

        Plane photons =
                PhotonNoise.shot(List.of(light), 80, new Random(4)).get(0).map(v -> v * 80 / 255);

        double mean = value * 80 / 255.0;
        assertThat(photons.mean()).isCloseTo(mean, within(0.02 * mean + 1e-9));
        assertThat(photons.map(v -> v - mean).squared().mean()).isCloseTo(mean, within(0.03 * mean + 1e-9));
    }

    @Test
    void readNoiseAddsToThePhotons() {
        Plane dark = Plane.zeros(300, 300);

        Plane electrons =
                PhotonNoise.camera(List.of(dark), 100, new Random(5)).get(0).map(v -> v * 100 / 255);

        assertThat(Math.sqrt(electrons.squared().mean())).isCloseTo(4, within(0.05));
    }

    @Test
    void curvesKeepBlackAndWhiteAndMoveMidGrey() {
        Plane steps = new Plane(3, 1, new double[] {0, 127.5, 255});

        assertThat(Tones.brightened(steps, 0.4).values()).containsExactly(0, 127.5 + 0.2 * 255, 255);
        assertThat(Tones.darkened(steps, 0.4).values()).containsExactly(0, 127.5 - 0.2 * 255, 255);
        assertThat(Tones.contrast(List.of(steps), 0.6, new Random(1)).get(0).values())
                .containsExactly(0, 127.5, 255);
    }

    @Test
    void contrastMovesTheQuarters() {
        Plane quarter = new Plane(1, 1, new double[] {255 / 4.0});
        List<Double> moved = new Random(1)
                .longs(8)
                .mapToObj(seed -> Tones.contrast(List.of(quarter), 0.4, new Random(seed))
                        .get(0)
                        .at(0, 0))
                .map(value -> Math.rint(value * 1e6) / 1e6)
                .distinct()
                .toList();

        assertThat(moved).containsExactlyInAnyOrder(255 * 0.2, 255 * 0.35);
    }

    @Test
    void blocksOfALevelAreAmongThoseOfTheNext() {
        Plane few = Displacement.colourBlocks(List.of(Plane.zeros(128, 128)), 2, new Random(6))
                .get(0);
        Plane more = Displacement.colourBlocks(List.of(Plane.zeros(128, 128)), 3, new Random(6))
                .get(0);

        assertThat(Arrays.stream(few.values()).filter(value -> value > 0).count())
                .isLessThanOrEqualTo(2 * 16 * 16);
        assertThat(more.zip(few, (m, f) -> m == f ? 0 : 1).sum())
                .isLessThanOrEqualTo(16 * 16)
                .isPositive();
    }

    @Test
    void pixelsGrowToBlocks() {
        Plane ramp = Plane.zeros(64, 64);
        Arrays.setAll(ramp.values(), i -> i % 64);

        Plane blocks = Displacement.pixelated(ramp, 0.5);

        assertThat(Arrays.stream(blocks.values()).distinct().count())
                .isEqualTo(Math.round(64 * (0.95 - Math.pow(0.5, 0.6))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"denoising", "denoising-bilateral", "denoising-median", "denoising-nonlocal", "denoising-wavelet"
            })
    void denoisingLeavesLessErrorThanTheNoiseInASmoothPicture(String name) {
        Plane smooth = Blur.gaussian(Pictures.grey(2, 96, 96).grey(), 5).map(Math::rint);
        PlanarImage picture = PlanarImage.grey(smooth);
        Random random = new Random(1);
        PlanarImage noisy = PlanarImage.of(Distortion.rounded(Noise.additive(List.of(smooth), 25, random)));

        PlanarImage denoised = Distortions.named(name).apply(picture, 4, 1);

        assertThat(psnr(picture, denoised)).isGreaterThan(psnr(picture, noisy) + 4);
    }

    @Test
    void ringingOvershootsAtAnEdgeAndKeepsTheMean() {
        Plane edge = Plane.zeros(96, 32);
        Arrays.setAll(edge.values(), i -> i % 96 < 48 ? 60 : 180);

        Plane ringing = Deconvolution.ringing(edge, 0.75);

        assertThat(ringing.max()).isGreaterThan(200);
        assertThat(ringing.min()).isLessThan(40);
        assertThat(ringing.mean()).isCloseTo(120, within(0.5));
    }

    @Test
    void aCheckerboardAlternatesFromPixelToPixel() {
        Plane board = SuperResolution.checkerboard(List.of(Plane.zeros(32, 32).map(zero -> 100)), 0.1, new Random(1))
                .get(0);

        assertThat(board.at(0, 0))
                .isLessThan(board.at(1, 0))
                .isLessThan(board.at(0, 1))
                .isEqualTo(board.at(1, 1));
        assertThat(board.mean()).isCloseTo(100, within(1e-9));
    }

    private static double psnr(PlanarImage reference, PlanarImage distorted) {
        return Comparing.score(METRICS.named("psnr"), reference, distorted);
    }
}
