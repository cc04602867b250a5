/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.metric.ClassicalMetric;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;

class ReferenceScorerTest {

    private static final Metrics METRICS = Metrics.ofClassPath();
    private static final InferenceOptions CPU =
            new InferenceOptions(DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.of(2), EngineSettings.defaults());

    @TempDir
    static Path shared;

    private static Path model;

    @BeforeAll
    static void makeModel() {
        model = shared.resolve("model");
        ModelFolder.write(model, new UntrainedModel("compact", CompactArchitecture.patch8(), 1));
    }

    private static ImagePlane noise(int seed, int width, int height) {
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        return ImagePlane.grey("noise" + seed, ArrayImgs.unsignedBytes(pixels, width, height));
    }

    private static ScoringOptions options(MetricSelection selection) {
        return ScoringOptions.defaults()
                .withMetrics(selection)
                .withModel(model.toString())
                .withInference(CPU);
    }

    private static PairScore score(MetricSelection selection, ImagePlane reference, ImagePlane distorted) {
        return score(options(selection), reference, distorted, Progress.NONE);
    }

    private static PairScore score(
            ScoringOptions options, ImagePlane reference, ImagePlane distorted, Progress progress) {
        try (ScoringRun run = ScoringRun.open(options);
                ReferenceScorer scorer = run.scorer(reference, false)) {
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

        PairScore together = score(parse("psnr,ahiq,gmsd"), reference, distorted);

        assertThat(together.error()).isEmpty();
        assertThat(together.score("ahiq").orElseThrow())
                .isEqualTo(score(MetricSelection.AHIQ, reference, distorted)
                        .score("ahiq")
                        .orElseThrow());
        for (String name : List.of("psnr", "gmsd")) {
            assertThat(together.score(name))
                    .hasValue(METRICS.named(name)
                            .compare(reference.channels(), distorted.channels(), RangeRule.AUTO)
                            .score());
        }
    }

    @Test
    void theRangeRuleHoldsForAllMetrics() {
        ImagePlane black = ImagePlane.grey("black", ArrayImgs.floats(new float[] {0, 0, 0, 0}, 2, 2));
        ImagePlane grey = ImagePlane.grey("grey", ArrayImgs.floats(new float[] {1, 1, 1, 1}, 2, 2));
        ScoringOptions options = options(parse("psnr")).withRange(RangeRule.parse("0:2"));

        assertThat(score(options, black, grey, Progress.NONE).score("psnr").orElseThrow())
                .as("samples of 127.5 instead of 0")
                .isEqualTo(10 * Math.log10(4));
    }

    @Test
    void aMetricThatCannotScoreThePairTellsWhyAndTheOthersScore() {
        PairScore pair = score(parse("ahiq,psnr,fsimc"), noise(1, 12, 40), noise(2, 12, 40));

        assertThat(pair.isScored()).isTrue();
        assertThat(pair.results()).containsOnlyKeys("psnr");
        assertThat(pair.error())
                .hasValue(
                        "ahiq: Expected an image of at least 32 x 32 pixels, the size of the network's crops, but noise1"
                                + " is 12 x 40. Use a larger image, or mirror it at its border by pad=reflect (--pad reflect)."
                                + " fsimc: FSIMc needs images of at least 16 x 16 pixels, but these are 12 x 40. Choose another"
                                + " metric or larger images.");
    }

    @Test
    void theMessageOfTheOnlyMetricStandsForItself() {
        PairScore pair = score(parse("fsimc"), noise(1, 12, 40), noise(2, 12, 40));

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

    private static final class Undefined extends ClassicalMetric {

        Undefined(String name) {
            super(new MetricDescription(name, "Undefined", "none", Direction.LOWER_IS_BETTER, 0, 1, false, 1, false));
        }

        @Override
        protected Comparison prepare(PlanarImage reference) {
            return distorted -> MetricResult.of(Double.NaN);
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
        ScoringOptions options = options(parse("psnr,gmsd"));

        PairScore without = score(options, reference, distorted, Progress.NONE);
        PairScore with = score(options.withMaps(true), reference, distorted, Progress.NONE);

        assertThat(without.results().get("gmsd").maps()).isEmpty();
        assertThat(with.results().get("psnr").maps()).isEmpty();
        QualityMap map = with.results().get("gmsd").maps().get(0);
        assertThat(List.of(map.width(), map.height())).containsExactly(20, 18);
        assertThat(map.pixels().dimensionsAsLongArray()).containsExactly(20, 18);
    }

    @Test
    void twoModelsScoreInOneRunByTheirNames() {
        Path other = shared.resolve("other");
        ModelFolder.write(other, new UntrainedModel("other", CompactArchitecture.patch8(), 2));

        PairScore pair = score(parse("ahiq:" + other + ",psnr,ahiq"), noise(1, 40, 36), noise(2, 40, 36));

        assertThat(pair.results()).containsOnlyKeys("ahiq:other", "psnr", "ahiq");
        assertThat(pair.score("ahiq:other").orElseThrow())
                .isNotEqualTo(pair.score("ahiq").orElseThrow());
        assertThat(pair.score("ahiq"))
                .isEqualTo(
                        score(parse("ahiq"), noise(1, 40, 36), noise(2, 40, 36)).score("ahiq"));
    }

    @Test
    void aReferenceThatCannotBeUsedFailsEveryPairForItsReason() {
        ImagePlane constant = ImagePlane.grey("flat", ArrayImgs.floats(new float[16], 4, 4));

        try (ScoringRun run = ScoringRun.open(options(parse("psnr")));
                ReferenceScorer scorer = run.scorer(constant, true)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> scorer.score(constant, Progress.NONE))
                        .isInstanceOf(ImageException.class)
                        .hasMessageStartingWith("Expected pixel values that span an interval");
            }
        }
    }

    @Test
    void progressCountsCropsAndOtherMetricsAndCanCancelBetweenThem() {
        List<String> updates = new ArrayList<>();
        score(
                options(parse("ahiq,psnr,gmsd")),
                noise(1, 32, 64),
                noise(2, 32, 64),
                (done, all) -> updates.add(done + "/" + all));

        assertThat(updates).containsExactly("0/4", "2/4", "3/4", "4/4");
        assertThatThrownBy(() -> score(options(parse("psnr,gmsd")), noise(1, 32, 64), noise(2, 32, 64), (done, all) -> {
                    if (done == 1) {
                        throw new CancelledException();
                    }
                }))
                .isInstanceOf(CancelledException.class);
    }
}
