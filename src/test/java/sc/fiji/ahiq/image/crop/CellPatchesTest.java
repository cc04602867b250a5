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
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** Maps of cells that cover the whole image. */
class CellPatchesTest {

    private static final float[] SCORES = {0, 1, 2, 3, 4, 5};
    private static final float[] WEIGHTS = {1, 1, 1, 0, 0, 0};

    private final PatchMaps maps = PatchMaps.ofCells(40, 20, 16, SCORES, WEIGHTS);

    @Test
    void everyPixelIsLinearBetweenTheCentresOfItsCells() {
        float[] scores = maps.scoreMap();
        float[] weights = maps.weightMap();
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 40; x++) {
                double column = Math.max(0, Math.min((x + 0.5) / 16 - 0.5, 2));
                double row = Math.max(0, Math.min((y + 0.5) / 16 - 0.5, 1));
                assertThat((double) scores[y * 40 + x]).isCloseTo(column + 3 * row, within(1e-5));
                assertThat((double) weights[y * 40 + x]).isCloseTo(1 - row, within(1e-5));
            }
        }
        assertThat(maps.coverage()).isOne();
    }

    @Test
    void rowsAndCellsOfTheImageAreThoseOfTheWholeMap() {
        float[] whole = maps.scoreMap();
        RandomAccessibleInterval<FloatType> image = maps.quality();
        float[] scores = new float[40];
        float[] weights = new float[40];
        for (int y = 0; y < 20; y++) {
            maps.row(y, scores, weights);
            for (int x = 0; x < 40; x++) {
                assertThat(scores[x]).isEqualTo(whole[y * 40 + x]);
                assertThat(image.getAt(x, y).get()).isEqualTo(whole[y * 40 + x]);
            }
        }
    }

    @Test
    void patchesAreToldRowByRow() {
        List<String> told = new ArrayList<>();
        maps.forEachPatch((crop, left, top, score, weight) ->
                told.add(crop + " " + left + " " + top + " " + score + " " + weight));

        assertThat(told)
                .containsExactly(
                        "0 0 0 0.0 1.0",
                        "0 16 0 1.0 1.0",
                        "0 32 0 2.0 1.0",
                        "0 0 16 3.0 0.0",
                        "0 16 16 4.0 0.0",
                        "0 32 16 5.0 0.0");
        assertThat(maps.patchSize()).isEqualTo(16);
    }

    @Test
    void anotherNumberOfCellsIsRefused() {
        assertThatThrownBy(() -> PatchMaps.ofCells(41, 33, 16, SCORES, WEIGHTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected 3 x 3 cells of 41 x 33 pixels, found 6 scores and 6 weights");
    }
}
