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
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.metric.AbstractMetricContractTest;
import sc.fiji.ahiq.metric.Comparing;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.metric.Scenes;
import sc.fiji.ahiq.network.inference.AhiqMetric;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Network;
import sc.fiji.ahiq.network.inference.OpenModel;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.UntrainedModel;

/** AHIQ as one metric among others, with a compact network that was not trained. */
class AhiqMetricContractTest extends AbstractMetricContractTest {

    private static final int CROP = 64;

    private OpenModel open;
    private AhiqMetric metric;

    @BeforeAll
    void openNetwork() {
        UntrainedModel model = new UntrainedModel("compact", CompactArchitecture.patch16(), 1);
        InferenceOptions options =
                new InferenceOptions(DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.of(4), EngineSettings.defaults());
        open = new OpenModel(model.card(), "", Network.open(model, options), options);
        metric = new AhiqMetric("ahiq", open, CropPlan.grid(), 0, Padding.NONE);
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
    void theMinimumSizeIsACropUnlessImagesArePadded() {
        AhiqMetric padded = new AhiqMetric("ahiq", open, CropPlan.grid(), 0, Padding.REFLECT);

        assertThat(metric.description().minimumSize()).isEqualTo(CROP);
        assertThat(padded.description().minimumSize()).isEqualTo(1);
    }

    @Test
    void theWeightMapIsThereToo() {
        MetricResult result = Comparing.result(metric, Scenes.read("scene1.png"), Scenes.read("scene1_blur.png"));

        assertThat(result.map(QualityMap.Kind.WEIGHT).orElseThrow().width())
                .isEqualTo(Scenes.read("scene1.png").width());
    }
}
