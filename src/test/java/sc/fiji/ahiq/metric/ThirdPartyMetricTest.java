/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;
import sc.fiji.ahiq.metric.filter.Plane;

/** How somebody else adds a metric: this is all there is to do. */
class ThirdPartyMetricTest {

    /** The largest absolute difference of grey values. */
    @Plugin(type = Metric.class)
    public static final class LargestDifference extends ClassicalMetric {

        public LargestDifference() {
            super(new MetricDescription(
                    "largest_difference",
                    "Largest difference",
                    "An example",
                    Direction.LOWER_IS_BETTER,
                    0,
                    255,
                    false,
                    1,
                    true));
        }

        @Override
        protected Comparison prepare(PlanarImage reference) {
            Plane expected = reference.grey();
            return distorted -> {
                Plane difference = expected.zip(distorted.grey(), (r, d) -> Math.abs(r - d));
                return MetricResult.of(difference.max(), difference);
            };
        }
    }

    @Test
    void aContextFindsIt() {
        try (Context context = new Context(PluginService.class)) {
            Metric metric = Metrics.of(context).named("largest_difference");

            assertThat(Comparing.score(metric, Scenes.constant(4, 4, 10), Scenes.constant(4, 4, 13)))
                    .isEqualTo(3);
        }
    }

    @Test
    void theClassPathFindsItWithoutAContext() {
        assertThat(Metrics.ofClassPath().named("largest_difference")).isInstanceOf(LargestDifference.class);
    }
}
