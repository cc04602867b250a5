/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static sc.fiji.ahiq.network.inference.CompactNetworks.uniform;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.tensor.Tensor;

class DifferenceNetworkTest {

    /** Float32 against a second implementation in float64, on features of up to 60. */
    private static final double TOLERANCE = 2e-5;

    private static DifferenceNetwork network;

    @BeforeAll
    static void open() {
        network = DifferenceNetwork.open(
                new UntrainedModel("differences", new DifferenceArchitecture(8, 8, 4, 1), 1),
                CompactNetworks.options(OptionalInt.empty()));
    }

    @AfterAll
    static void close() {
        network.close();
    }

    private static CellMaps compare(PixelSource reference, PixelSource distorted, int width, int height) {
        return compare(network, reference, distorted, width, height);
    }

    private static CellMaps compare(
            DifferenceNetwork network, PixelSource reference, PixelSource distorted, int width, int height) {
        try (ReferenceTiles tiles = network.reference(reference, width, height, false)) {
            return network.compare(tiles, distorted, Progress.NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void scoreAndCellsAreThoseOfASecondImplementation(int index) throws Exception {
        JsonObject expected = golden(index);
        CellMaps maps = compare(
                TestPixels.of("scene1.png", 96, 64),
                TestPixels.of(expected.get("distorted").getAsString(), 96, 64),
                96,
                64);

        assertThat(maps.score()).isCloseTo(expected.get("score").getAsDouble(), within(TOLERANCE));
        assertCells(maps.distances(), expected.getAsJsonArray("distances"));
        assertCells(maps.weights(), expected.getAsJsonArray("weights"));
    }

    private static JsonObject golden(int index) throws Exception {
        try (Reader reader = new InputStreamReader(
                DifferenceNetworkTest.class.getResourceAsStream("/golden/difference_network.json"),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader)
                    .getAsJsonObject()
                    .getAsJsonArray("pairs")
                    .get(index)
                    .getAsJsonObject();
        }
    }

    private static void assertCells(float[] found, JsonArray expected) {
        assertThat(found).hasSize(expected.size());
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).isCloseTo(expected.get(i).getAsDouble(), within(TOLERANCE));
        }
    }

    @ParameterizedTest
    @CsvSource({"96, 64", "97, 41", "16, 16", "5, 3", "1, 1"})
    void anImageWithItselfScoresExactlyOne(int width, int height) {
        PixelSource image = TestPixels.of("scene2.png", width, height);

        CellMaps maps = compare(image, image, width, height);

        assertThat(maps.score()).isEqualTo(1);
        assertThat(maps.patches().scoreMap()).hasSize(width * height).containsOnly(1);
    }

    @Test
    void noiseWithItselfScoresExactlyOneAndQuantisedItScoresLess() {
        float[] noise = uniform(1, 3 * 96 * 96, 0, 1);
        float[] coarse = noise.clone();
        for (int i = 0; i < coarse.length; i += 2) {
            coarse[i] = Math.round(coarse[i] * 15) / 15f;
        }

        assertThat(compare(planes(noise), planes(noise), 96, 96).score()).isEqualTo(1);
        assertThat(compare(planes(noise), planes(coarse), 96, 96).score()).isLessThan(1);
    }

    /** Of 96 x 96 pixels, read as one tile. */
    private static PixelSource planes(float[] values) {
        return (left, top, width, height, target) -> System.arraycopy(values, 0, target, 0, values.length);
    }

    @Test
    void severalJudgesGiveTheGeometricMeanOfTheirScores() {
        AhiqModel together = new UntrainedModel("differences", new DifferenceArchitecture(8, 8, 4, 2), 1);
        CellMaps found = compare(together);
        CellMaps first = compare(new OneOfTwo(together, 0));
        CellMaps second = compare(new OneOfTwo(together, 1));

        assertThat(first.distances()).isNotEqualTo(second.distances());
        assertThat(found.score()).isCloseTo(Math.sqrt(first.score() * second.score()), within(1e-6));
        for (int i = 0; i < found.distances().length; i++) {
            float lower = Math.min(first.distances()[i], second.distances()[i]);
            float higher = Math.max(first.distances()[i], second.distances()[i]);
            assertThat(found.distances()[i]).isBetween(lower - 1e-5f, higher + 1e-5f);
        }
    }

    /** A model with one of the judges of another one, which has two. */
    private record OneOfTwo(AhiqModel two, int judge) implements AhiqModel {

        private static final AhiqModel ONE =
                new UntrainedModel("differences", new DifferenceArchitecture(8, 8, 4, 1), 1);

        @Override
        public ModelCard card() {
            return ONE.card();
        }

        @Override
        public Tensor tensor(String name) {
            if (!name.startsWith("judge.")) {
                return two.tensor(name);
            }
            float[] both = two.tensor(name).toFloats();
            int half = both.length / 2;
            return Tensor.of(
                    Arrays.copyOfRange(both, judge * half, (judge + 1) * half),
                    card().design().tensorShapes().get(name));
        }
    }

    private static CellMaps compare(AhiqModel model) {
        try (DifferenceNetwork network = DifferenceNetwork.open(model, CompactNetworks.options(OptionalInt.empty()))) {
            return compare(
                    network, TestPixels.of("scene1.png", 96, 64), TestPixels.of("scene1_blur.png", 96, 64), 96, 64);
        }
    }

    @Test
    void tilesGiveWhatTheWholeImageGives() throws OutOfNativeMemoryException {
        BufferedImage reference = noise(1408, 160, 1);
        BufferedImage distorted = noise(1408, 160, 2);
        List<Tile> tiles = Tile.of(1408, 160);
        assertThat(tiles).hasSizeGreaterThan(1);

        CellMaps inTiles = compare(TestPixels.of(reference, 1408, 160), TestPixels.of(distorted, 1408, 160), 1408, 160);
        float[] expected = inOneTile(TestPixels.of(reference, 1408, 160), TestPixels.of(distorted, 1408, 160));
        assertThat(inTiles.distances()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(inTiles.distances()[i]).isCloseTo(expected[i], within(1e-5f));
        }
    }

    /** Of 1408 x 160 pixels, which are more than a tile has. */
    private static float[] inOneTile(PixelSource reference, PixelSource distorted) {
        List<Tile> tile = List.of(new Tile(0, 0, 1408, 160, 0, 0, 1408, 160));
        try (ReferenceTiles tiles = new ReferenceTiles(reference, 1408, 160, tile, new FeatureBudget(0))) {
            return network.compare(tiles, distorted, Progress.NONE).distances();
        }
    }

    private static BufferedImage noise(int width, int height, long seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return image;
    }

    @Test
    void keptFeaturesGiveTheSameBits() {
        PixelSource distorted = TestPixels.of("scene1_blur.png", 80, 64);
        double once =
                compare(TestPixels.of("scene1.png", 80, 64), distorted, 80, 64).score();
        try (ReferenceTiles kept = network.reference(TestPixels.of("scene1.png", 80, 64), 80, 64, true)) {
            network.compare(kept, TestPixels.of("scene1_jpeg.png", 80, 64), Progress.NONE);

            assertThat(network.compare(kept, distorted, Progress.NONE).score()).isEqualTo(once);
        }
    }
}
