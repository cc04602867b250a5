/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Network;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

class ReferenceScorerTest {

    private static final int WIDTH = 70;
    private static final int HEIGHT = 50;
    private static final AhiqModel MODEL = new UntrainedModel("compact", CompactArchitecture.patch8(), 1);

    private static Network network;

    @BeforeAll
    static void openNetwork() {
        network = open(MODEL);
    }

    @AfterAll
    static void closeNetwork() {
        network.close();
    }

    private static Network open(AhiqModel model) {
        return Network.open(
                model,
                new InferenceOptions(
                        DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.of(2), EngineSettings.defaults()));
    }

    @ParameterizedTest
    @CsvSource({"grid, 6", "five, 5", "nine, 9", "random:7, 7"})
    void theScoreIsTheMeanOverTheCropsWithTheirStandardDeviation(String plan, int crops) {
        PairScore pair = score(options(plan), scene(1), scene(2));

        double[] scores =
                pair.cropScores().stream().mapToDouble(CropScore::score).toArray();
        double mean = 0;
        for (double score : scores) {
            mean += score / scores.length;
        }
        double squares = 0;
        for (double score : scores) {
            squares += (score - mean) * (score - mean);
        }
        assertThat(scores).hasSize(crops);
        assertThat(pair.score()).isCloseTo(mean, within(1e-12));
        assertThat(pair.standardDeviation()).hasValueCloseTo(Math.sqrt(squares / (crops - 1)), within(1e-12));
    }

    @Test
    void theScoreOfADensePlanIsTheWeightedMeanOfTheMaps() {
        PairScore pair = score(options("dense:16"), scene(1), scene(2));

        assertThat(pair.score()).isEqualTo(weightedMean(pair)).isNotEqualTo(meanOfCrops(pair));
    }

    @Test
    void theMapsOfASingleCropGiveItsScore() {
        PairScore pair = score(options("random:1"), scene(1), scene(2));

        assertThat(pair.cropScores()).hasSize(1);
        assertThat(pair.standardDeviation()).isEmpty();
        assertThat(weightedMean(pair)).isCloseTo(pair.score(), within(1e-6));
        assertThat(pair.maps().coverage()).isEqualTo(32.0 * 32 / (WIDTH * HEIGHT));
    }

    @Test
    void thePlaceOfACropIsWhereItsPixelsAre() {
        ImagePlane reference = scene(1);
        ImagePlane distorted = scene(2);

        PairScore pair = score(options("five"), reference, distorted);
        CropScore last = pair.cropScores().get(3);

        assertThat(last.left()).isEqualTo(WIDTH - 32);
        assertThat(last.top()).isEqualTo(HEIGHT - 32);
        PairScore cutOut = score(options("grid"), cut(1, last.left(), last.top()), cut(2, last.left(), last.top()));
        assertThat((float) cutOut.score()).isCloseTo(last.score(), within(1e-5f));
    }

    @Test
    void manyDistortedImagesGetTheSameBitsAsOneByOne() {
        ImagePlane reference = scene(1);
        List<ImagePlane> distorted = List.of(scene(2), reference, scene(3), scene(2));
        List<Double> together = new ArrayList<>();
        try (ReferenceScorer scorer = new ReferenceScorer(network, options("nine"), reference, true)) {
            distorted.forEach(
                    image -> together.add(scorer.score(image, Progress.NONE).score()));
        }

        assertThat(together)
                .containsExactlyElementsOf(distorted.stream()
                        .map(image -> score(options("nine"), reference, image).score())
                        .toList());
        assertThat(together.get(0)).isEqualTo(together.get(3)).isNotEqualTo(together.get(1));
    }

    @Test
    void imagesSmallerThanACropAreRefusedWithoutPadding() {
        ImagePlane small = bytes("small.png", 31, 40, 1);

        assertThatThrownBy(() -> new ReferenceScorer(network, options("grid"), small, false))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected an image of at least 32 x 32 pixels, the size of the network's crops, but small.png"
                                + " is 31 x 40. Use a larger image, or mirror it at its border by pad=reflect (--pad reflect).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "dense", "five"})
    void mapsOfPaddedImagesCoverTheImageAlone(String plan) {
        PairScore pair = score(
                new ScoringOptions(CropPlan.parse(plan, 0), 0, RangeRule.AUTO, Padding.REFLECT),
                bytes("a", 20, 45, 1),
                bytes("b", 20, 45, 2));

        assertThat(pair.maps().width()).isEqualTo(20);
        assertThat(pair.maps().height()).isEqualTo(45);
        assertThat(pair.maps().coverage()).isEqualTo(1);
        assertThat(pair.maps().scoreMap()).hasSize(20 * 45).doesNotContain(Float.NaN);
        assertThat(pair.score()).isFinite();
    }

    @Test
    void paddingDoesNotChangeImagesThatAreLargeEnough() {
        ScoringOptions padded = new ScoringOptions(CropPlan.grid(), 0, RangeRule.AUTO, Padding.REFLECT);

        assertThat(score(padded, scene(1), scene(2)).score())
                .isEqualTo(score(options("grid"), scene(1), scene(2)).score());
    }

    @Test
    void theSameIntensitiesInEveryDepthScoreTheSame() {
        double expected = score(options("grid"), scene(1), scene(2)).score();
        ScoringOptions type = new ScoringOptions(CropPlan.grid(), 0, RangeRule.parse("type"), Padding.NONE);
        ScoringOptions wide = new ScoringOptions(CropPlan.grid(), 0, RangeRule.parse("0:65535"), Padding.NONE);
        ScoringOptions explicit = new ScoringOptions(CropPlan.grid(), 0, RangeRule.parse("0:510"), Padding.NONE);

        assertThat(score(type, shorts(1, 257), shorts(2, 257)).score()).isEqualTo(expected);
        assertThat(score(wide, shorts(1, 257), shorts(2, 257)).score()).isEqualTo(expected);
        assertThat(score(explicit, floats(1, 2), floats(2, 2)).score()).isEqualTo(expected);
        assertThat(score(options("grid"), shorts(1, 100), shorts(2, 100)).score())
                .as("auto: min-max, and the values reach from 0 to 255 times the factor")
                .isEqualTo(expected);
    }

    @Test
    void theRangeThatWasUsedIsReported() {
        assertThat(score(options("grid"), scene(1), scene(2)).range().description())
                .isEqualTo("full range of 8-bit: 0..255");
        assertThat(score(options("grid"), shorts(1, 100), shorts(2, 100))
                        .range()
                        .description())
                .isEqualTo("min-max of reference: 0..25500");
    }

    @Test
    void aPairThatDoesNotFitIsRefusedAndTheNextIsScored() {
        try (ReferenceScorer scorer = new ReferenceScorer(network, options("grid"), scene(1), true)) {
            assertThatThrownBy(() -> scorer.score(bytes("wide", WIDTH + 1, HEIGHT, 2), Progress.NONE))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("reference scene1 is 70 x 50 and distorted wide is 71 x 50");

            assertThat(scorer.score(scene(2), Progress.NONE).score())
                    .isEqualTo(score(options("grid"), scene(1), scene(2)).score());
        }
    }

    @Test
    void progressCountsCropsUpToAll() {
        List<String> updates = new ArrayList<>();
        try (ReferenceScorer scorer = new ReferenceScorer(network, options("five"), scene(1), false)) {
            scorer.score(scene(2), (done, total) -> updates.add(done + "/" + total));
        }

        assertThat(updates).containsExactly("0/5", "2/5", "4/5", "5/5");
    }

    @Test
    void aCancelledPairCanBeScoredAgain() {
        try (ReferenceScorer scorer = new ReferenceScorer(network, options("five"), scene(1), true)) {
            assertThatThrownBy(() -> scorer.score(scene(2), (done, total) -> {
                        if (done == 4) {
                            throw new CancelledException();
                        }
                    }))
                    .isInstanceOf(CancelledException.class);

            assertThat(scorer.score(scene(2), Progress.NONE).score())
                    .isEqualTo(score(options("five"), scene(1), scene(2)).score());
        }
    }

    @Test
    void aScoreThatIsNotFiniteIsRefused() {
        try (Network damaged = open(new DamagedModel());
                ReferenceScorer scorer = new ReferenceScorer(damaged, options("five"), scene(1), false)) {
            assertThatThrownBy(() -> scorer.score(scene(2), Progress.NONE))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("The score of crop 0 is NaN on cpu.");
        }
    }

    /** Its last bias is NaN. */
    private static final class DamagedModel implements AhiqModel {

        @Override
        public ModelCard card() {
            return MODEL.card();
        }

        @Override
        public Tensor tensor(String name) {
            if (!name.equals("regressor.conv.0.bias")) {
                return MODEL.tensor(name);
            }
            ByteBuffer nan = ByteBuffer.allocateDirect(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            return new Tensor(DType.F32, new long[] {1}, nan.putFloat(Float.NaN).flip());
        }
    }

    private static PairScore score(ScoringOptions options, ImagePlane reference, ImagePlane distorted) {
        try (ReferenceScorer scorer = new ReferenceScorer(network, options, reference, false)) {
            return scorer.score(distorted, Progress.NONE);
        }
    }

    private static ScoringOptions options(String plan) {
        return new ScoringOptions(CropPlan.parse(plan, 3), 3, RangeRule.AUTO, Padding.NONE);
    }

    private static double weightedMean(PairScore pair) {
        float[] scores = pair.maps().scoreMap();
        float[] weights = pair.maps().weightMap();
        double sum = 0;
        double total = 0;
        for (int i = 0; i < scores.length; i++) {
            if (!Float.isNaN(scores[i])) {
                sum += (double) scores[i] * weights[i];
                total += weights[i];
            }
        }
        return sum / total;
    }

    private static double meanOfCrops(PairScore pair) {
        return pair.cropScores().stream()
                .mapToDouble(CropScore::score)
                .average()
                .orElseThrow();
    }

    private static ImagePlane scene(int seed) {
        return bytes("scene" + seed, WIDTH, HEIGHT, seed);
    }

    private static ImagePlane bytes(String name, int width, int height, int seed) {
        return ImagePlane.grey(name, ArrayImgs.unsignedBytes(values(seed, width * height), width, height));
    }

    private static ImagePlane cut(int seed, int left, int top) {
        byte[] whole = values(seed, WIDTH * HEIGHT);
        byte[] part = new byte[32 * 32];
        for (int y = 0; y < 32; y++) {
            System.arraycopy(whole, (top + y) * WIDTH + left, part, y * 32, 32);
        }
        return ImagePlane.grey("part", ArrayImgs.unsignedBytes(part, 32, 32));
    }

    private static ImagePlane shorts(int seed, int factor) {
        byte[] values = values(seed, WIDTH * HEIGHT);
        short[] pixels = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (short) ((values[i] & 0xff) * factor);
        }
        return ImagePlane.grey("shorts" + seed, ArrayImgs.unsignedShorts(pixels, WIDTH, HEIGHT));
    }

    private static ImagePlane floats(int seed, float factor) {
        byte[] values = values(seed, WIDTH * HEIGHT);
        float[] pixels = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (values[i] & 0xff) * factor;
        }
        return ImagePlane.grey("floats" + seed, ArrayImgs.floats(pixels, WIDTH, HEIGHT));
    }

    /** Random, but 0 and 255 occur. */
    private static byte[] values(int seed, int count) {
        byte[] values = new byte[count];
        new Random(seed).nextBytes(values);
        values[0] = 0;
        values[1] = (byte) 255;
        return values;
    }
}
