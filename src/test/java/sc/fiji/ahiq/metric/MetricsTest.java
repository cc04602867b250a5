/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.error.UsageException;

class MetricsTest {

    private static final Metrics METRICS = Metrics.ofClassPath();

    @Test
    void namesAreParsedInTheirOrder() {
        assertThat(METRICS.parse("psnr, fsimc,gmsd"))
                .extracting(metric -> metric.description().label())
                .containsExactly("PSNR", "FSIMc", "GMSD");
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> METRICS.parse("psnr,fsmic"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Expected metrics out of cw_ssim, fsim, fsimc, gmsd, gsm, ")
                .hasMessageEndingWith(", but found 'fsmic'. Separate several by commas, such as psnr,ssim.");
    }

    @Test
    void aNameLeftOutIsRefused() {
        assertThatThrownBy(() -> METRICS.parse("psnr,"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("but found ''.");
    }

    @Test
    void aRepeatedNameIsRefused() {
        assertThatThrownBy(() -> METRICS.parse("psnr,ssim,psnr"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Expected each metric once, but 'psnr' is repeated in 'psnr,ssim,psnr'. Remove the repetition.");
    }

    @Test
    void everyMetricSaysWhereItComesFrom() {
        assertThat(METRICS.all()).allSatisfy(metric -> {
            assertThat(metric.description().citation()).isNotBlank();
            assertThat(metric.description().label()).isNotBlank();
        });
    }

    @Test
    void aDescriptionWithABadNameIsRefused() {
        assertThatThrownBy(() -> new MetricDescription("MS-SSIM", "", "", Direction.HIGHER_IS_BETTER, 0, 1, false, 1))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a metric name of lower-case letters, digits and underscores, but found 'MS-SSIM'."
                        + " Rename the metric.");
    }

    @Test
    void aDescriptionWithoutARangeIsRefused() {
        assertThatThrownBy(() -> new MetricDescription("flat", "", "", Direction.HIGHER_IS_BETTER, 1, 1, false, 1))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected an increasing range and a positive minimum size, but the metric flat declares"
                        + " 1.0..1.0 and 1. Correct its description.");
    }
}
