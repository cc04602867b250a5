/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CellMapsTest {

    @Test
    void theScoreIsThatOfTheWeightedMeanDistance() {
        CellMaps maps = new CellMaps(32, 16, new float[] {1, 3}, new float[] {0.75f, 0.25f});

        assertThat(maps.score()).isCloseTo(Math.exp(-1.5), within(1e-12));
    }

    @Test
    void cellsAtTheBorderCountByTheirPixelsInTheImage() {
        CellMaps maps = new CellMaps(20, 16, new float[] {1, 3}, new float[] {0.5f, 0.5f});

        assertThat(maps.score()).isCloseTo(Math.exp(-(16 + 4 * 3) / 20.0), within(1e-12));
    }

    @Test
    void judgesCountByTheirWeightsOverTheirMeanWeights() {
        float[][] distances = {{1, 3}, {2, 4}};
        float[][] weights = {{0.75f, 0.25f}, {0.01f, 0.03f}};

        CellMaps maps = CellMaps.ofJudges(32, 16, distances, weights);

        assertThat(maps.score()).isCloseTo(Math.exp(-(1.5 + 3.5) / 2), within(1e-7));
        assertThat(maps.distances()).containsExactly(new float[] {1.25f, 3.75f}, within(1e-6f));
        assertThat(maps.weights()).containsExactly(new float[] {0.02f, 0.02f}, within(1e-8f));
    }

    @Test
    void judgesOfAnImageInPartOfItsCellsAreWeighedByItsPixels() {
        float[][] distances = {{1, 3}, {0, 4}};
        float[][] weights = {{0.5f, 0.5f}, {0.2f, 0.4f}};

        double first = new CellMaps(20, 16, distances[0], weights[0]).score();
        double second = new CellMaps(20, 16, distances[1], weights[1]).score();

        assertThat(CellMaps.ofJudges(20, 16, distances, weights).score())
                .isCloseTo(Math.sqrt(first * second), within(1e-7));
    }

    @Test
    void mapsAreLinearBetweenTheCentresOfCells() {
        CellMaps maps = new CellMaps(32, 32, new float[] {0, 0, 0, 0}, new float[] {0, 1, 0, 1});

        float[] weights = maps.patches().weightMap();

        for (int y = 0; y < 32; y += 31) {
            assertThat(weights[y * 32]).isZero();
            assertThat(weights[y * 32 + 15]).isCloseTo(7.5f / 16, within(1e-6f));
            assertThat(weights[y * 32 + 16]).isCloseTo(8.5f / 16, within(1e-6f));
            assertThat(weights[y * 32 + 31]).isOne();
        }
        assertThat(maps.patches().scoreMap()).hasSize(1024).containsOnly(1);
    }

    @Test
    void aConstantDistanceGivesAConstantMap() {
        CellMaps maps = new CellMaps(33, 7, new float[] {2, 2, 2}, new float[] {0.1f, 0.2f, 0.9f});

        assertThat(maps.patches().scoreMap()).hasSize(33 * 7).containsOnly((float) Math.exp(-2));
    }
}
