/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.metric.AbstractMetricContractTest;
import sc.fiji.ahiq.metric.FullReferenceMetric;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Scenes;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Network;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.UntrainedModel;

/** AHIQ as one metric among others, with a compact network that was not trained. */
class AhiqMetricTest extends AbstractMetricContractTest {

    private static final int CROP = 64;

    private Network network;
    private AhiqMetric metric;

    @BeforeAll
    void openNetwork() {
        network = Network.open(
                new UntrainedModel("compact", CompactArchitecture.patch16(), 1),
                new InferenceOptions(
                        DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.of(4), EngineSettings.defaults()));
        metric = new AhiqMetric(network, ScoringOptions.defaults());
    }

    @AfterAll
    void closeNetwork() {
        network.close();
    }

    @Override
    protected Collection<FullReferenceMetric> metrics() {
        return List.of(metric);
    }

    @Test
    void theScoreIsThatOfTheFiles() {
        ImagePlane reference = ImageFiles.open(java.nio.file.Path.of("src/test/resources/images/scene1.png"));
        ImagePlane distorted = ImageFiles.open(java.nio.file.Path.of("src/test/resources/images/scene1_blur.png"));
        double expected;
        try (ReferenceScorer scorer = new ReferenceScorer(network, ScoringOptions.defaults(), reference, false)) {
            expected = scorer.score(distorted, Progress.NONE).score();
        }

        MetricResult result = metric.score(Scenes.read("scene1.png"), Scenes.read("scene1_blur.png"));

        assertThat(result.score()).isEqualTo(expected);
        assertThat(result.map().orElseThrow().width()).isEqualTo((int) reference.width());
    }

    @Test
    void theMinimumSizeIsACropUnlessImagesArePadded() {
        ScoringOptions padded = new ScoringOptions(CropPlan.grid(), 0, RangeRule.AUTO, Padding.REFLECT);

        assertThat(metric.description().minimumSize()).isEqualTo(CROP);
        assertThat(new AhiqMetric(network, padded).description().minimumSize()).isEqualTo(1);
    }
}
