/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.UsageException;

class MetricsTest {

    private static final Metrics METRICS = Metrics.ofClassPath();

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> METRICS.named("fsmic"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Expected a metric out of cw_ssim, fsim, fsimc, gmsd, gsm, ")
                .hasMessageEndingWith(", but found 'fsmic'. Use one of these names.");
        assertThat(METRICS.find("fsmic")).isEmpty();
    }

    @Test
    void twoMetricsOfOneNameAreRefused() {
        assertThatThrownBy(() -> Metrics.of(List.of(METRICS.named("psnr"), METRICS.named("psnr"))))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected one metric of each name, but both sc.fiji.ahiq.metric.classical.Psnr and"
                        + " sc.fiji.ahiq.metric.classical.Psnr are called psnr. Remove one of the jars.");
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
        assertThatThrownBy(() ->
                        new MetricDescription("MS-SSIM", "", "", Direction.HIGHER_IS_BETTER, 0, 1, false, 1, false))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a metric name of lower-case letters, digits and underscores, but found 'MS-SSIM'."
                        + " Rename the metric.");
    }

    @Test
    void aDescriptionWithoutARangeIsRefused() {
        assertThatThrownBy(
                        () -> new MetricDescription("flat", "", "", Direction.HIGHER_IS_BETTER, 1, 1, false, 1, false))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected an increasing range and a positive minimum size, but the metric flat declares"
                        + " 1.0..1.0 and 1. Correct its description.");
    }
}
