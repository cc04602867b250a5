/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;

/** The denoising filters against their definitions, calculated in the most direct way. */
class DenoisersTest {

    private static final int WIDTH = 21;
    private static final int HEIGHT = 17;
    private static final List<Plane> NOISE = List.of(noise(1), noise(2), noise(3));

    private static Plane noise(long seed) {
        return new Plane(
                WIDTH,
                HEIGHT,
                new Random(seed)
                        .doubles((long) WIDTH * HEIGHT, 90, 160)
                        .map(Math::rint)
                        .toArray());
    }

    @Test
    void medianFilterTakesTheMiddleOfEachWindow() {
        Plane padded = LinearFilter.padded(NOISE.get(0), 2, 2, 2, 2, Border.SYMMETRIC);

        Plane filtered = MedianFilter.denoised(NOISE, 16).get(0);

        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double[] window = padded.crop(x, y, 5, 5).values();
                Arrays.sort(window);
                assertThat(filtered.at(x, y)).isEqualTo(window[12]);
            }
        }
    }

    @Test
    void bilateralFilterWeighsByDistanceAndColour() {
        List<Plane> padded = padded(5);
        List<Plane> filtered = BilateralFilter.denoised(NOISE, 10);

        for (int[] at : new int[][] {{0, 0}, {20, 16}, {9, 7}}) {
            double total = 0;
            double[] sums = new double[3];
            for (int dy = -5; dy <= 5; dy++) {
                for (int dx = -5; dx <= 5; dx++) {
                    double difference = 0;
                    for (Plane plane : padded) {
                        difference +=
                                Math.abs(plane.at(at[0] + 5 + dx, at[1] + 5 + dy) - plane.at(at[0] + 5, at[1] + 5)) / 3;
                    }
                    double weight =
                            Math.exp(-(dx * dx + dy * dy) / (2 * 2.2 * 2.2) - difference * difference / (2 * 25 * 25));
                    total += weight;
                    for (int p = 0; p < 3; p++) {
                        sums[p] += weight * padded.get(p).at(at[0] + 5 + dx, at[1] + 5 + dy);
                    }
                }
            }
            for (int p = 0; p < 3; p++) {
                assertThat(filtered.get(p).at(at[0], at[1])).isCloseTo(sums[p] / total, within(1e-9));
            }
        }
    }

    @Test
    void nonLocalMeansWeighBySurroundings() {
        List<Plane> padded = padded(6);
        List<Plane> filtered = NonLocalMeans.denoised(NOISE, 19);

        for (int y = 0; y < HEIGHT; y += 4) {
            for (int x = 0; x < WIDTH; x += 5) {
                double total = 0;
                double sum = 0;
                for (int dy = -4; dy <= 4; dy++) {
                    for (int dx = -4; dx <= 4; dx++) {
                        double excess = Math.max(0, distance(padded, x + 6, y + 6, dx, dy) - 2 * 19 * 19);
                        double weight = Math.exp(-excess / (0.55 * 0.55 * 19 * 19));
                        total += weight;
                        sum += weight * padded.get(1).at(x + 6 + dx, y + 6 + dy);
                    }
                }
                // Weights are tabulated in steps of 1.6 %.
                assertThat(filtered.get(1).at(x, y)).isCloseTo(sum / total, within(0.1));
            }
        }
    }

    private static double distance(List<Plane> planes, int x, int y, int dx, int dy) {
        double sum = 0;
        for (Plane plane : planes) {
            for (int v = y - 2; v <= y + 2; v++) {
                for (int u = x - 2; u <= x + 2; u++) {
                    double difference = plane.at(u, v) - plane.at(u + dx, v + dy);
                    sum += difference * difference;
                }
            }
        }
        return sum / (25 * planes.size());
    }

    @Test
    void waveletsWithoutThresholdGiveThePlaneBack() {
        assertThat(WaveletShrinkage.shrunk(NOISE.get(0), 0).values())
                .containsExactly(NOISE.get(0).values(), within(1e-9));
    }

    @Test
    void waveletsOfAPlaneSmoothLikeACubicVanishButAtTheBorder() {
        Plane smooth = Plane.zeros(64, 64);
        Arrays.setAll(smooth.values(), i -> 2 * (i % 64) + 3.0 * (i / 64) + 0.01 * (i % 64) * (i % 64));

        Plane same = WaveletShrinkage.shrunk(smooth, 0.05);

        assertThat(same.crop(28, 28, 8, 8).values())
                .containsExactly(smooth.crop(28, 28, 8, 8).values(), within(0.2));
    }

    @Test
    void thresholdsOfWaveletsTakeMostOfTheNoise() {
        Plane noise = new Plane(
                64,
                64,
                new Random(3)
                        .doubles(64 * 64, -1, 1)
                        .map(v -> v * Math.sqrt(3) * 10)
                        .toArray());

        Plane shrunk = WaveletShrinkage.shrunk(noise, 25);

        assertThat(noise.squared().mean()).isCloseTo(100, within(5.0));
        assertThat(shrunk.squared().mean()).isLessThan(3);
    }

    private static List<Plane> padded(int margin) {
        List<Plane> padded = new ArrayList<>();
        NOISE.forEach(
                plane -> padded.add(LinearFilter.padded(plane, margin, margin, margin, margin, Border.SYMMETRIC)));
        return padded;
    }
}
