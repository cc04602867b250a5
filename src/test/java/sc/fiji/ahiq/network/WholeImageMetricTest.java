/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.metric.AbstractMetricContractTest;
import sc.fiji.ahiq.metric.Comparing;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.metric.Scenes;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.DifferenceNetwork;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.OpenModel;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.inference.WholeImageMetric;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.UntrainedModel;

/** A network that sees differences as one metric among others; it was not trained. */
class WholeImageMetricTest extends AbstractMetricContractTest {

    private OpenModel open;
    private WholeImageMetric metric;

    @BeforeAll
    void openNetwork() {
        UntrainedModel model = new UntrainedModel("differences", new DifferenceArchitecture(8, 8, 4, 1), 1);
        InferenceOptions options = new InferenceOptions(
                DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.empty(), EngineSettings.defaults());
        open = new OpenModel(model.card(), "", DifferenceNetwork.open(model, options), options);
        metric = new WholeImageMetric("ahiq", open);
    }

    @AfterAll
    void closeNetwork() {
        open.network().close();
    }

    @Override
    protected Collection<Metric> metrics() {
        return List.of(metric);
    }

    @Test
    void itTakesImagesOfAnySizeAndAnImageWithItselfScoresExactlyOne() {
        PlanarImage image = Scenes.crop(Scenes.read("scene1.png"), 45, 7);

        MetricResult result = Comparing.result(metric, image, image);

        assertThat(result.score()).isEqualTo(1);
        assertThat(metric.description().minimumSize()).isEqualTo(1);
        assertThat(metric.description().best()).isEqualTo(1);
        assertThat(result.map(QualityMap.Kind.QUALITY).orElseThrow().values())
                .hasSize(45 * 7)
                .containsOnly(1);
    }

    @Test
    void theScoreIsThatOfTheDistancesAndMapsLieInTheirRange() {
        MetricResult result = Comparing.result(metric, Scenes.read("scene1.png"), Scenes.read("scene1_blur.png"));

        assertThat(result.score()).isStrictlyBetween(0.0, 1.0);
        for (QualityMap map : result.maps()) {
            for (float value : map.values()) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void tablesSayThatTheWholeImageWasSeen() {
        assertThat(metric.provenance())
                .containsEntry("crop_plan", "whole")
                .containsEntry("model", "differences")
                .doesNotContainKey("seed");
    }
}
