/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.ImagePair;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.FullReferenceMetric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Network;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.UntrainedModel;

class PairScorerTest {

    private static final Metrics METRICS = Metrics.ofClassPath();
    private static final InferenceOptions CPU =
            new InferenceOptions(DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.of(2), EngineSettings.defaults());

    private static Network network;

    @BeforeAll
    static void openNetwork() {
        network = Network.open(new UntrainedModel("compact", CompactArchitecture.patch8(), 1), CPU);
    }

    @AfterAll
    static void closeNetwork() {
        network.close();
    }

    private static ImagePlane noise(int seed, int width, int height) {
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        return ImagePlane.grey("noise" + seed, ArrayImgs.unsignedBytes(pixels, width, height));
    }

    private static ScoringOptions options(MetricSelection selection) {
        return ScoringOptions.defaults().withMetrics(selection);
    }

    private static ScoredPair score(MetricSelection selection, ImagePlane reference, ImagePlane distorted) {
        return score(options(selection), reference, distorted, Progress.NONE);
    }

    private static ScoredPair score(
            ScoringOptions options, ImagePlane reference, ImagePlane distorted, Progress progress) {
        try (OpenMetrics metrics = OpenMetrics.open(options.metrics(), Optional.of(network), CPU);
                PairScorer scorer = new PairScorer(metrics, options, reference, false)) {
            return scorer.score(distorted, progress);
        }
    }

    private static MetricSelection parse(String text) {
        return MetricSelection.parse(text, METRICS);
    }

    @Test
    void everyMetricScoresAsIfItWereAlone() {
        ImagePlane reference = noise(1, 40, 36);
        ImagePlane distorted = noise(2, 40, 36);
        ImagePair pair = ImagePair.of(reference, distorted, RangeRule.AUTO);

        ScoredPair together = score(parse("psnr,ahiq,gmsd"), reference, distorted);

        assertThat(together.error()).isEmpty();
        assertThat(together.score("ahiq").orElseThrow())
                .isEqualTo(score(MetricSelection.AHIQ_ALONE, reference, distorted)
                        .score("ahiq")
                        .orElseThrow());
        for (String name : List.of("psnr", "gmsd")) {
            assertThat(together.scores().get(name))
                    .isEqualTo(METRICS.named(name)
                            .score(PlanarImage.of(pair.reference()), PlanarImage.of(pair.distorted()))
                            .score());
        }
    }

    @Test
    void theRangeRuleHoldsForAllMetrics() {
        ImagePlane black = ImagePlane.grey("black", ArrayImgs.floats(new float[] {0, 0, 0, 0}, 2, 2));
        ImagePlane grey = ImagePlane.grey("grey", ArrayImgs.floats(new float[] {1, 1, 1, 1}, 2, 2));
        ScoringOptions options = options(parse("psnr")).withRange(RangeRule.parse("0:2"));

        assertThat(score(options, black, grey, Progress.NONE).scores().get("psnr"))
                .as("samples of 127.5 instead of 0")
                .isEqualTo(10 * Math.log10(4));
    }

    @Test
    void aMetricThatCannotScoreThePairTellsWhyAndTheOthersScore() {
        ScoredPair pair = score(parse("ahiq,psnr,fsimc"), noise(1, 12, 40), noise(2, 12, 40));

        assertThat(pair.isScored()).isTrue();
        assertThat(pair.ahiq()).isEmpty();
        assertThat(pair.scores()).containsOnlyKeys("psnr");
        assertThat(pair.error())
                .hasValue(
                        "ahiq: Expected an image of at least 32 x 32 pixels, the size of the network's crops, but noise1"
                                + " is 12 x 40. Use a larger image, or mirror it at its border by pad=reflect (--pad reflect)."
                                + " fsimc: FSIMc needs images of at least 16 x 16 pixels, but these are 12 x 40. Choose another"
                                + " metric or larger images.");
    }

    @Test
    void theMessageOfTheOnlyMetricStandsForItself() {
        ScoredPair pair = score(parse("fsimc"), noise(1, 12, 40), noise(2, 12, 40));

        assertThat(pair.isScored()).isFalse();
        assertThat(pair.error().orElseThrow()).startsWith("FSIMc needs images of at least 16 x 16 pixels");
    }

    @Test
    void aScoreThatIsNotANumberIsAnError() {
        MetricSelection selection = MetricSelection.parse("undefined", Metrics.of(List.of(new Undefined("undefined"))));

        assertThat(score(selection, noise(1, 4, 4), noise(2, 4, 4)).error())
                .hasValue("Undefined is not defined for this pair: its score is NaN. Choose another metric.");
    }

    @Test
    void aMetricNamedLikeAnotherColumnIsRefused() {
        assertThatThrownBy(() -> MetricSelection.parse("seed", Metrics.of(List.of(new Undefined("seed")))))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "The metric seed cannot be used, for score tables have another column 'seed'. Rename the metric.");
    }

    private record Undefined(String name) implements FullReferenceMetric {

        @Override
        public MetricDescription description() {
            return new MetricDescription(name, "Undefined", "none", Direction.LOWER_IS_BETTER, 0, 1, false, 1, false);
        }

        @Override
        public MetricResult score(PlanarImage reference, PlanarImage distorted) {
            return MetricResult.of(Double.NaN);
        }
    }

    @Test
    void imagesThatDoNotBelongTogetherAreRefusedForAllMetrics() {
        assertThatThrownBy(() -> score(parse("psnr,gmsd"), noise(1, 40, 36), noise(2, 40, 37)))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith("Expected images of the same size, but reference noise1 is 40 x 36");
    }

    @Test
    void mapsAreKeptIfAskedFor() {
        ImagePlane reference = noise(1, 40, 36);
        ImagePlane distorted = noise(2, 40, 36);

        QualityMap map = score(parse("psnr,gmsd").withMaps(), reference, distorted)
                .maps()
                .get("gmsd");

        assertThat(List.of(map.width(), map.height())).containsExactly(20, 18);
        assertThat(score(parse("psnr,gmsd"), reference, distorted).maps()).isEmpty();
        assertThat(score(parse("psnr,gmsd").withMaps(), reference, distorted).maps())
                .containsOnlyKeys("gmsd");
    }

    @Test
    void progressCountsCropsAndOtherMetricsAndCanCancelBetweenThem() {
        List<String> updates = new ArrayList<>();
        score(
                options(parse("ahiq,psnr,gmsd")),
                noise(1, 32, 64),
                noise(2, 32, 64),
                (done, all) -> updates.add(done + "/" + all));

        assertThat(updates).containsExactly("0/4", "2/4", "2/4", "3/4", "4/4");
        assertThatThrownBy(() -> score(options(parse("psnr,gmsd")), noise(1, 32, 64), noise(2, 32, 64), (done, all) -> {
                    if (done == 1) {
                        throw new CancelledException();
                    }
                }))
                .isInstanceOf(CancelledException.class);
    }
}
