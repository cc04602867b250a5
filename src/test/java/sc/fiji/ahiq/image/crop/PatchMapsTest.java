/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.ImageException;

class PatchMapsTest {

    private static final int SIZE = 224;

    private final Random random = new Random(1);

    @ParameterizedTest
    @ValueSource(ints = {14, 28})
    void aSingleCropIsNearestNeighbourUpsampling(int n) {
        Scores scores = scores(1, n);
        PatchMaps maps = scores.maps(SIZE, SIZE, List.of(new Crop(0, 0)));

        float[] scoreMap = maps.scoreMap();
        float[] weightMap = maps.weightMap();
        int patch = SIZE / n;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                assertThat(scoreMap[y * SIZE + x]).isEqualTo(scores.f[0][y / patch * n + x / patch]);
                assertThat(weightMap[y * SIZE + x]).isEqualTo(scores.w[0][y / patch * n + x / patch]);
            }
        }
        assertThat(maps.coverage()).isEqualTo(1);
        assertThat(maps.weightedMean()).isCloseTo(scores.aggregate(), within(1e-12));
    }

    @Test
    void overlappingCropsAreAveragedByWeight() {
        assertMatchesBruteForce(301, 263, CropPlan.dense(19).crops(301, 263, SIZE));
        assertMatchesBruteForce(511, 300, CropPlan.random(6, 4).crops(511, 300, SIZE));
    }

    @Test
    void partsOfCropsInThePaddingAreLeftOut() {
        assertMatchesBruteForce(300, 101, CropPlan.grid().crops(300, SIZE, SIZE));
        assertMatchesBruteForce(17, 33, List.of(new Crop(0, 0)));
    }

    private void assertMatchesBruteForce(int width, int height, List<Crop> crops) {
        Scores scores = scores(crops.size(), 28);
        PatchMaps maps = scores.maps(width, height, crops);

        BruteForce expected = new BruteForce(width, height, crops, scores);
        assertSame(maps.scoreMap(), expected.scoreMap);
        assertSame(maps.weightMap(), expected.weightMap);
        assertThat(maps.coverage()).isEqualTo(expected.covered / (double) (width * height));
        // The sums take the values of the maps, each rounded to float.
        assertThat(maps.weightedMean()).isCloseTo(expected.weightedMean(), within(1e-7));
    }

    private static void assertSame(float[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(Float.isNaN(actual[i])).isEqualTo(Double.isNaN(expected[i]));
            if (!Double.isNaN(expected[i])) {
                // A sum in another order may round to the neighbouring float.
                assertThat(Math.abs(actual[i] - expected[i])).isLessThanOrEqualTo(Math.ulp(actual[i]));
            }
        }
    }

    @Test
    void theMeanOverThePixelsAggregatesAllCrops() {
        Scores scores = scores(4, 14);
        List<Crop> tiles = CropPlan.grid().crops(448, 448, SIZE);

        assertThat(scores.maps(448, 448, tiles).weightedMean()).isCloseTo(scores.aggregate(), within(1e-12));
    }

    @Test
    void theMeanIsWhatTheSavedMapsGive() {
        PatchMaps maps = scores(9, 28).maps(400, 350, CropPlan.nine().crops(400, 350, SIZE));

        float[] f = maps.scoreMap();
        float[] w = maps.weightMap();
        double weighted = 0;
        double weights = 0;
        for (int i = 0; i < f.length; i++) {
            weighted += (double) f[i] * w[i];
            weights += w[i];
        }
        assertThat(maps.weightedMean()).isEqualTo(weighted / weights);
    }

    @Test
    void pixelsOutsideAllCropsAreNaN() {
        PatchMaps maps = scores(1, 28).maps(300, 250, List.of(new Crop(50, 20)));
        float[] scores = new float[300];
        float[] weights = new float[300];

        maps.row(19, scores, weights);
        assertThat(scores).containsOnly(Float.NaN);
        assertThat(weights).containsOnly(Float.NaN);

        maps.row(20, scores, weights);
        for (int x = 0; x < 300; x++) {
            boolean inside = x >= 50 && x < 274;
            assertThat(Float.isNaN(scores[x])).isEqualTo(!inside);
            assertThat(Float.isNaN(weights[x])).isEqualTo(!inside);
        }
        assertThat(maps.coverage()).isEqualTo(224.0 * 224 / (300 * 250));
        assertThat(maps.weightedMean()).isFinite();
    }

    @Test
    void rowsAreThoseOfTheWholeMaps() {
        PatchMaps maps = scores(5, 14).maps(450, 500, CropPlan.five().crops(450, 500, SIZE));
        float[] scoreMap = maps.scoreMap();
        float[] weightMap = maps.weightMap();
        float[] scores = new float[450];
        float[] weights = new float[450];
        for (int y = 499; y >= 0; y--) {
            maps.row(y, scores, weights);
            assertThat(scores).containsExactly(Arrays.copyOfRange(scoreMap, y * 450, (y + 1) * 450));
            assertThat(weights).containsExactly(Arrays.copyOfRange(weightMap, y * 450, (y + 1) * 450));
        }
    }

    @Test
    void whereAllWeightsAreZeroTheScoreIsThePlainMean() {
        Scores scores = new Scores(new float[][] {{1}, {2}}, new float[][] {{0}, {0}});
        PatchMaps maps = scores.maps(SIZE + 1, SIZE, List.of(new Crop(0, 0), new Crop(1, 0)));
        float[] f = new float[SIZE + 1];
        float[] w = new float[SIZE + 1];

        maps.row(0, f, w);

        assertThat(f[0]).isEqualTo(1);
        assertThat(f[1]).isEqualTo(1.5f);
        assertThat(f[SIZE]).isEqualTo(2);
        assertThat(w).containsOnly(0);
        assertThat(maps.weightedMean()).isNaN();
    }

    @Test
    void aScoreThatIsNotANumberIsNotHidden() {
        Scores scores = scores(1, 14);
        scores.f[0][3] = Float.NaN;

        assertThat(scores.maps(SIZE, SIZE, List.of(new Crop(0, 0))).weightedMean())
                .isNaN();
    }

    @Test
    void mapsAsImagesHaveTheSameBits() {
        List<Crop> crops = CropPlan.random(7, 3).crops(1500, 700, SIZE);
        PatchMaps maps = scores(7, 28).maps(1500, 700, crops);

        assertThat(pixels(maps.quality())).isEqualTo(maps.scoreMap());
        assertThat(pixels(maps.weight())).isEqualTo(maps.weightMap());
    }

    private static float[] pixels(RandomAccessibleInterval<FloatType> map) {
        float[] pixels = new float[(int) map.size()];
        int next = 0;
        for (FloatType pixel : Views.flatIterable(map)) {
            pixels[next++] = pixel.get();
        }
        return pixels;
    }

    @Test
    void mapsAsImagesAreReadByManyThreads() {
        PatchMaps maps = scores(9, 14).maps(900, 800, CropPlan.nine().crops(900, 800, SIZE));
        RandomAccessibleInterval<FloatType> quality = maps.quality();

        IntStream.range(0, 8).parallel().forEach(i -> assertThat(pixels(quality))
                .isEqualTo(maps.scoreMap()));
    }

    @Test
    void aPixelOfAHugeMapIsRenderedAlone() {
        PatchMaps maps = scores(1, 14).maps(2_000_000, 1_000_000, List.of(new Crop(1_999_000, 999_000)));
        RandomAccess<FloatType> weight = maps.weight().randomAccess();

        assertThat(weight.setPositionAndGet(1_999_007, 999_003).get())
                .isEqualTo(maps.weight().getAt(1_999_000, 999_000).get());
        assertThat(weight.setPositionAndGet(1_998_999, 999_003).get()).isNaN();
        assertThat(maps.coverage()).isEqualTo(224.0 * 224 / 2e12);
        assertThatThrownBy(maps::scoreMap)
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected at most 2^31 - 1 pixels to hold a whole map in memory, but the image is"
                        + " 2000000 x 1000000. Show the map of a region, or write it to a file.");
    }

    @Test
    void rowsBetweenTheBordersOfPatchesAreEqual() {
        List<Crop> crops = List.of(new Crop(0, 3), new Crop(30, 10), new Crop(60, 10));
        PatchMaps maps = scores(3, 28).maps(300, 260, crops);
        StitchedRow row = new StitchedRow(300);
        int y = 0;
        List<Integer> starts = new ArrayList<>();
        while (y < 50) {
            starts.add(y);
            y = maps.render(y, row);
        }
        assertThat(starts).containsExactly(0, 3, 10, 11, 18, 19, 26, 27, 34, 35, 42, 43);
    }

    @Test
    void manyCropsTakeNoMoreTimeForARow() {
        List<Crop> crops = CropPlan.random(100_000, 1).crops(20_000, 20_000, SIZE);
        float[] patch = {1};
        float[][] grids = new float[crops.size()][];
        Arrays.fill(grids, patch);
        PatchMaps maps = PatchMaps.ofCrops(20_000, 20_000, SIZE, 0, crops, grids, grids);

        assertThat(maps.coverage()).isGreaterThan(0.99);
        assertThat(maps.quality().getAt(10_000, 10_000).get()).isEqualTo(1);
    }

    @Test
    void rowsAreRenderedOnDemandInALargeImage() {
        List<Crop> crops = CropPlan.grid().crops(4096, 4096, SIZE);
        PatchMaps maps = scores(crops.size(), 28).maps(4096, 4096, crops);

        assertThat(crops).hasSize(361);
        assertThat(maps.coverage()).isEqualTo(1);
        assertThat(maps.weightedMean()).isEqualTo(meanOfRows(maps));
    }

    private static double meanOfRows(PatchMaps maps) {
        float[] f = new float[maps.width()];
        float[] w = new float[maps.width()];
        double weighted = 0;
        double weights = 0;
        for (int y = 0; y < maps.height(); y++) {
            maps.row(y, f, w);
            for (int x = 0; x < f.length; x++) {
                weighted += (double) f[x] * w[x];
                weights += w[x];
            }
        }
        return weighted / weights;
    }

    @Test
    void refusesArgumentsThatDoNotAgree() {
        List<Crop> one = List.of(new Crop(0, 0));
        assertRefused(
                () -> scores(2, 14).maps(300, 300, one),
                "Expected scores and weights of each of 1 crops, at least one; found 2 and 2");
        assertRefused(
                () -> scores(0, 14).maps(300, 300, List.of()),
                "Expected scores and weights of each of 0 crops, at least one; found 0 and 0");
        assertRefused(
                () -> new Scores(new float[1][195], new float[1][195]).maps(300, 300, one),
                "195 patches are not a square grid that divides a crop of 224 pixels");
        assertRefused(
                () -> scores(1, 15).maps(300, 300, one),
                "225 patches are not a square grid that divides a crop of 224 pixels");
        assertRefused(
                () -> new Scores(new float[1][0], new float[1][0]).maps(300, 300, one),
                "0 patches are not a square grid that divides a crop of 224 pixels");
        assertRefused(
                () -> new Scores(new float[1][196], new float[1][784]).maps(300, 300, one),
                "Crop 0 has 784 patches, not 14 x 14");
        assertRefused(
                () -> scores(1, 14).maps(300, 300, List.of(new Crop(300, 0))),
                "Crop[left=300, top=0] lies outside the image of 300 x 300");
        PatchMaps maps = scores(1, 14).maps(300, 250, one);
        assertThatThrownBy(() -> maps.row(250, new float[300], new float[300]))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> maps.row(0, new float[300], new float[299]))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static void assertRefused(Runnable construction, String message) {
        assertThatThrownBy(construction::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private Scores scores(int crops, int n) {
        float[][] f = new float[crops][n * n];
        float[][] w = new float[crops][n * n];
        for (int i = 0; i < crops; i++) {
            for (int j = 0; j < n * n; j++) {
                f[i][j] = (float) random.nextGaussian();
                w[i][j] = random.nextFloat();
            }
        }
        return new Scores(f, w);
    }

    private record Scores(float[][] f, float[][] w) {

        PatchMaps maps(int width, int height, List<Crop> crops) {
            return PatchMaps.ofCrops(width, height, SIZE, 0, crops, f, w);
        }

        double aggregate() {
            double weighted = 0;
            double weights = 0;
            for (int i = 0; i < f.length; i++) {
                for (int j = 0; j < f[i].length; j++) {
                    weighted += (double) f[i][j] * w[i][j];
                    weights += w[i][j];
                }
            }
            return weighted / weights;
        }
    }

    /** The definition, pixel by pixel in double precision. */
    private static final class BruteForce {

        final double[] scoreMap;
        final double[] weightMap;
        int covered;

        BruteForce(int width, int height, List<Crop> crops, Scores scores) {
            scoreMap = new double[width * height];
            weightMap = new double[width * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    pixel(x, y, y * width + x, crops, scores);
                }
            }
        }

        private void pixel(int x, int y, int index, List<Crop> crops, Scores scores) {
            int count = 0;
            double weighted = 0;
            double weights = 0;
            for (int i = crops.size() - 1; i >= 0; i--) {
                int dx = x - crops.get(i).left();
                int dy = y - crops.get(i).top();
                if (dx >= 0 && dy >= 0 && dx < SIZE && dy < SIZE) {
                    int patch = dy / 8 * 28 + dx / 8;
                    count++;
                    weighted += (double) scores.f[i][patch] * scores.w[i][patch];
                    weights += scores.w[i][patch];
                }
            }
            scoreMap[index] = weighted / weights;
            weightMap[index] = weights / count;
            covered += count > 0 ? 1 : 0;
        }

        double weightedMean() {
            double weighted = 0;
            double weights = 0;
            for (int i = 0; i < scoreMap.length; i++) {
                if (!Double.isNaN(scoreMap[i])) {
                    weighted += scoreMap[i] * weightMap[i];
                    weights += weightMap[i];
                }
            }
            return weighted / weights;
        }
    }
}
