/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network;

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
import sc.fiji.ahiq.image.crop.CropScore;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.inference.AhiqMetric;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Network;
import sc.fiji.ahiq.network.inference.OpenModel;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

class AhiqMetricTest {

    private static final int WIDTH = 70;
    private static final int HEIGHT = 50;
    private static final AhiqModel MODEL = new UntrainedModel("compact", CompactArchitecture.patch8(), 1);

    private static final InferenceOptions CPU =
            new InferenceOptions(DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.of(2), EngineSettings.defaults());

    private static OpenModel network;

    @BeforeAll
    static void openNetwork() {
        network = open(MODEL);
    }

    @AfterAll
    static void closeNetwork() {
        network.network().close();
    }

    private static OpenModel open(AhiqModel model) {
        return new OpenModel(model.card(), "", Network.open(model, CPU), CPU);
    }

    @ParameterizedTest
    @CsvSource({"grid, 6", "five, 5", "nine, 9", "random:7, 7"})
    void theScoreIsTheMeanOverTheCropsWithTheirStandardDeviation(String plan, int crops) {
        MetricResult pair = score(options(plan), scene(1), scene(2));

        double[] scores =
                crops(pair).scores().stream().mapToDouble(CropScore::score).toArray();
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
        assertThat(crops(pair).standardDeviation()).hasValueCloseTo(Math.sqrt(squares / (crops - 1)), within(1e-12));
    }

    @Test
    void theScoreOfADensePlanIsTheWeightedMeanOfTheMaps() {
        MetricResult pair = score(options("dense:16"), scene(1), scene(2));

        assertThat(pair.score()).isEqualTo(weightedMean(pair)).isNotEqualTo(meanOfCrops(pair));
    }

    @Test
    void theMapsOfASingleCropGiveItsScore() {
        MetricResult pair = score(options("random:1"), scene(1), scene(2));

        assertThat(crops(pair).scores()).hasSize(1);
        assertThat(crops(pair).standardDeviation()).isEmpty();
        assertThat(weightedMean(pair)).isCloseTo(pair.score(), within(1e-6));
        assertThat(patches(pair).coverage()).isEqualTo(32.0 * 32 / (WIDTH * HEIGHT));
    }

    @Test
    void thePlaceOfACropIsWhereItsPixelsAre() {
        ImagePlane reference = scene(1);
        ImagePlane distorted = scene(2);

        MetricResult pair = score(options("five"), reference, distorted);
        CropScore last = crops(pair).scores().get(3);

        assertThat(last.left()).isEqualTo(WIDTH - 32);
        assertThat(last.top()).isEqualTo(HEIGHT - 32);
        MetricResult cutOut = score(options("grid"), cut(1, last.left(), last.top()), cut(2, last.left(), last.top()));
        assertThat((float) cutOut.score()).isCloseTo(last.score(), within(1e-5f));
    }

    @Test
    void manyDistortedImagesGetTheSameBitsAsOneByOne() {
        ImagePlane reference = scene(1);
        List<ImagePlane> distorted = List.of(scene(2), reference, scene(3), scene(2));
        List<Double> together = new ArrayList<>();
        Reference often = Reference.of(reference, RangeRule.AUTO).comparedOften();
        try (Prepared prepared = prepare(options("nine"), often)) {
            distorted.forEach(image -> together.add(
                    prepared.compare(often.distorted(image), Progress.NONE).score()));
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

        assertThatThrownBy(() -> prepare(options("grid"), Reference.of(small, RangeRule.AUTO)))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected an image of at least 32 x 32 pixels, the size of the network's crops, but small.png"
                                + " is 31 x 40. Use a larger image, or mirror it at its border by pad=reflect (--pad reflect).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "dense", "five"})
    void mapsOfPaddedImagesCoverTheImageAlone(String plan) {
        MetricResult pair = score(
                new Options(CropPlan.parse(plan, 0), RangeRule.AUTO, Padding.REFLECT),
                bytes("a", 20, 45, 1),
                bytes("b", 20, 45, 2));

        assertThat(patches(pair).width()).isEqualTo(20);
        assertThat(patches(pair).height()).isEqualTo(45);
        assertThat(patches(pair).coverage()).isEqualTo(1);
        assertThat(patches(pair).scoreMap()).hasSize(20 * 45).doesNotContain(Float.NaN);
        assertThat(pair.score()).isFinite();
    }

    @Test
    void paddingDoesNotChangeImagesThatAreLargeEnough() {
        Options padded = new Options(CropPlan.grid(), RangeRule.AUTO, Padding.REFLECT);

        assertThat(score(padded, scene(1), scene(2)).score())
                .isEqualTo(score(options("grid"), scene(1), scene(2)).score());
    }

    @Test
    void theSameIntensitiesInEveryDepthScoreTheSame() {
        double expected = score(options("grid"), scene(1), scene(2)).score();
        Options type = new Options(CropPlan.grid(), RangeRule.parse("type"), Padding.NONE);
        Options wide = new Options(CropPlan.grid(), RangeRule.parse("0:65535"), Padding.NONE);
        Options explicit = new Options(CropPlan.grid(), RangeRule.parse("0:510"), Padding.NONE);

        assertThat(score(type, shorts(1, 257), shorts(2, 257)).score()).isEqualTo(expected);
        assertThat(score(wide, shorts(1, 257), shorts(2, 257)).score()).isEqualTo(expected);
        assertThat(score(explicit, floats(1, 2), floats(2, 2)).score()).isEqualTo(expected);
        assertThat(score(options("grid"), shorts(1, 100), shorts(2, 100)).score())
                .as("auto: min-max, and the values reach from 0 to 255 times the factor")
                .isEqualTo(expected);
    }

    @Test
    void progressCountsCropsUpToAll() {
        List<String> updates = new ArrayList<>();
        Reference reference = Reference.of(scene(1), RangeRule.AUTO);
        try (Prepared prepared = prepare(options("five"), reference)) {
            prepared.compare(reference.distorted(scene(2)), (done, total) -> updates.add(done + "/" + total));
        }

        assertThat(updates).containsExactly("0/5", "2/5", "4/5", "5/5");
    }

    @Test
    void aCancelledPairCanBeScoredAgain() {
        Reference reference = Reference.of(scene(1), RangeRule.AUTO).comparedOften();
        try (Prepared prepared = prepare(options("five"), reference)) {
            assertThatThrownBy(() -> prepared.compare(reference.distorted(scene(2)), (done, total) -> {
                        if (done == 4) {
                            throw new CancelledException();
                        }
                    }))
                    .isInstanceOf(CancelledException.class);
            assertThat(prepared.compare(reference.distorted(scene(2)), Progress.NONE)
                            .score())
                    .isEqualTo(score(options("five"), scene(1), scene(2)).score());
        }
    }

    @Test
    void aScoreThatIsNotFiniteIsRefused() {
        OpenModel damaged = open(new DamagedModel());
        Reference reference = Reference.of(scene(1), RangeRule.AUTO);
        try (Prepared prepared = options("five").metric(damaged).prepare(reference)) {
            assertThatThrownBy(() -> prepared.compare(reference.distorted(scene(2)), Progress.NONE))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("The score of crop 0 is NaN on cpu.");
        } finally {
            damaged.network().close();
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

    /** How a pair is scored. */
    private record Options(CropPlan plan, RangeRule range, Padding padding) {

        AhiqMetric metric(OpenModel model) {
            return new AhiqMetric("ahiq", model, plan, 3, padding);
        }
    }

    private static Prepared prepare(Options options, Reference reference) {
        return options.metric(network).prepare(reference);
    }

    private static MetricResult score(Options options, ImagePlane reference, ImagePlane distorted) {
        Reference expected = Reference.of(reference, options.range());
        try (Prepared prepared = prepare(options, expected)) {
            return prepared.compare(expected.distorted(distorted), Progress.NONE);
        }
    }

    private static PatchMaps patches(MetricResult result) {
        return result.patches().orElseThrow();
    }

    private static CropScores crops(MetricResult result) {
        return result.crops().orElseThrow();
    }

    private static Options options(String plan) {
        return new Options(CropPlan.parse(plan, 3), RangeRule.AUTO, Padding.NONE);
    }

    private static double weightedMean(MetricResult pair) {
        float[] scores = patches(pair).scoreMap();
        float[] weights = patches(pair).weightMap();
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

    private static double meanOfCrops(MetricResult pair) {
        return crops(pair).scores().stream()
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
