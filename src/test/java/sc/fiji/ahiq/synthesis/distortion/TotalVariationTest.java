/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.metric.filter.Plane;

class TotalVariationTest {

    @Test
    void removesNoiseButNotAnEdge() {
        Random random = new Random(3);
        Plane noisy = Plane.zeros(32, 32);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                noisy.values()[y * 32 + x] = (x < 16 ? 100 : 500) + 20 * random.nextGaussian();
            }
        }

        Plane denoised = new TotalVariation(60, 200).denoise(noisy);

        assertThat(deviation(denoised, 2, 12)).isLessThan(0.15 * deviation(noisy, 2, 12));
        assertThat(denoised.at(20, 16) - denoised.at(11, 16)).isGreaterThan(350);
        assertThat(denoised.at(16, 16) - denoised.at(15, 16)).isGreaterThan(300);
    }

    @Test
    void keepsTheMean() {
        Random random = new Random(4);
        Plane noisy = new Plane(20, 14, random.doubles(20 * 14).toArray());

        Plane denoised = new TotalVariation(0.5, 30).denoise(noisy);

        double before = 0;
        double after = 0;
        for (int i = 0; i < 20 * 14; i++) {
            before += noisy.values()[i];
            after += denoised.values()[i];
        }
        assertThat(after).isCloseTo(before, within(1e-9));
    }

    private static double deviation(Plane plane, int fromX, int toX) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = 2; y < plane.height() - 2; y++) {
            for (int x = fromX; x < toX; x++) {
                sum += plane.at(x, y);
                squares += plane.at(x, y) * plane.at(x, y);
                count++;
            }
        }
        return Math.sqrt(squares / count - sum * sum / count / count);
    }
}
