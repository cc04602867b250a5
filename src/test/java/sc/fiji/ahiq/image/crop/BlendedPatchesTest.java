/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Maps of crops that are blended into their neighbours. */
class BlendedPatchesTest {

    private static final int SIZE = 64;
    private static final int BLEND = 16;
    private static final int WIDTH = 150;

    private static PatchMaps maps(int blend, List<Crop> crops, float[]... scores) {
        float[][] weights = new float[scores.length][scores[0].length];
        for (float[] row : weights) {
            Arrays.fill(row, 1);
        }
        return PatchMaps.ofCrops(WIDTH, SIZE, SIZE, blend, crops, scores, weights);
    }

    @Test
    void scoresGoOverFromOneCropToTheNextBySquaredSines() {
        List<Crop> crops = List.of(new Crop(0, 0), new Crop(48, 0));
        float[] row = maps(BLEND, crops, new float[] {0}, new float[] {1}).scoreMap();

        assertThat(row[47]).isZero();
        for (int i = 0; i < BLEND; i++) {
            double sine = Math.sin(Math.PI / 2 * (i + 0.5) / BLEND);
            assertThat((double) row[48 + i]).isCloseTo(sine * sine, within(1e-6));
        }
        assertThat(row[64]).isOne();
        assertThat(row[111]).isOne();
        assertThat(row[112]).isNaN();
    }

    @Test
    void cropsCountInFullAtBordersOfTheImage() {
        List<Crop> crops = List.of(new Crop(0, 0), new Crop(86, 0));
        float[] row =
                maps(BLEND, crops, new float[] {0.25f}, new float[] {0.75f}).scoreMap();

        assertThat(row[0]).isEqualTo(0.25f);
        assertThat(row[WIDTH - 1]).isEqualTo(0.75f);
    }

    @Test
    void bordersOfCropsShowNoMoreThanBordersOfPatches() {
        CropPlan plan = CropPlan.smooth(32);
        List<Crop> crops = plan.crops(320, 320, SIZE);
        Random random = new Random(4);
        float[][] scores = new float[crops.size()][16];
        float[][] weights = new float[crops.size()][16];
        for (int c = 0; c < scores.length; c++) {
            float ofCrop = random.nextFloat();
            for (int i = 0; i < 16; i++) {
                scores[c][i] = ofCrop + 0.02f * random.nextFloat();
                weights[c][i] = 1;
            }
        }

        double blended = stepAtBorders(PatchMaps.ofCrops(320, 320, SIZE, 32, crops, scores, weights), crops);
        double cut = stepAtBorders(PatchMaps.ofCrops(320, 320, SIZE, 0, crops, scores, weights), crops);

        assertThat(blended).isLessThan(0.02);
        assertThat(cut).isGreaterThan(0.1);
    }

    /** Mean absolute step of the score map from the column before the left border of a crop to that border. */
    private static double stepAtBorders(PatchMaps maps, List<Crop> crops) {
        float[] scores = maps.scoreMap();
        return crops.stream()
                .filter(crop -> crop.left() > 0)
                .mapToDouble(crop -> {
                    int at = (crop.top() + SIZE / 2) * maps.width() + crop.left();
                    return Math.abs(scores[at] - scores[at - 1]);
                })
                .average()
                .orElseThrow();
    }

    @Test
    void aFlatMapStaysFlat() {
        List<Crop> crops = List.of(new Crop(0, 0), new Crop(43, 0), new Crop(86, 0));
        PatchMaps maps = maps(BLEND, crops, new float[] {0.5f}, new float[] {0.5f}, new float[] {0.5f});

        assertThat(maps.scoreMap()).containsOnly(0.5f);
        assertThat(maps.weightMap()).containsOnly(1);
        assertThat(maps.weightedMean()).isEqualTo(0.5);
    }

    @Test
    void aBlendWiderThanACropIsRefused() {
        assertThatThrownBy(() -> maps(SIZE + 1, List.of(new Crop(0, 0)), new float[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected 0 to 64 pixels to blend, found 65");
    }
}
