/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.file.ImageFiles;

/** Pairs that users brought, with the scores that they expect. */
class MetricCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    private static ImagePlane open(String file) {
        return ImageFiles.open(CASES.resolve(file));
    }

    private static double score(String metric, String reference, String distorted, String range) {
        Reference expected = Reference.of(open(reference), RangeRule.parse(range));
        try (Prepared prepared = Metrics.ofClassPath().named(metric).prepare(expected)) {
            return prepared.compare(expected.distorted(open(distorted)), Progress.NONE)
                    .score();
        }
    }

    /** scikit-image 0.25: gaussian_weights, sigma=1.5, use_sample_covariance=False, data_range=255. */
    @ParameterizedTest
    @CsvSource({"b.png, -0.953189400910951", "c.png, 0.0012256869275217126"})
    void ssimIsNegativeWhereStructureIsInverted(String distorted, double expected) {
        String folder = "ssim-never-negative/";

        assertThat(score("ssim", folder + "a.png", folder + distorted, "auto")).isEqualTo(expected, within(1e-6));
    }

    @Test
    void clippedSsimHasANameOfItsOwn() {
        assertThat(score("ssim_clipped", "ssim-never-negative/a.png", "ssim-never-negative/b.png", "auto"))
                .isBetween(0.0, 0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cw_ssim", "mad", "mad_original", "nqm", "rfsim", "vif", "vifp"})
    void metricsOfStructureHaveNoScoreWhereTheReferenceHasNone(String metric) {
        String folder = "blank-reference-perfect-score/";
        for (String distorted : new String[] {"texture.png", "white.png"}) {
            assertThatThrownBy(() -> score(metric, folder + "black.png", folder + distorted, "auto"))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("is 0/0 where the reference has no structure, and all pixels of ")
                    .hasMessageEndingWith("black.png are alike. Choose another metric.");
        }
        assertThat(score(metric, folder + "black.png", folder + "black.png", "auto"))
                .isNotNaN();
    }

    @Test
    void aMasterOf16BitsIsComparedWithItsJpegOf8Bits() {
        String folder = "16-bit-reference-8-bit-jpeg/";

        assertThat(score("psnr", folder + "ref16.png", folder + "dist.jpg", "each-type"))
                .isGreaterThan(30);
    }
}
