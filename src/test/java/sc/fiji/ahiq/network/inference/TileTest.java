/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTest {

    @Test
    void anImageOfModestSizeIsOneTileOfWholeCells() {
        assertThat(Tile.of(1280, 500)).containsExactly(new Tile(0, 0, 1280, 512, 0, 0, 1280, 512));
        assertThat(Tile.of(1, 17)).containsExactly(new Tile(0, 0, 16, 32, 0, 0, 16, 32));
    }

    @ParameterizedTest
    @CsvSource({"1281, 16", "4096, 4096", "10000, 1300", "1793, 897"})
    void coresCoverEveryCellOnceAndHaloesReachTheirNeighbours(int width, int height) {
        int columns = CellMaps.cells(width);
        int rows = CellMaps.cells(height);
        int[] covered = new int[columns * rows];
        List<Tile> tiles = Tile.of(width, height);
        for (Tile tile : tiles) {
            assertThat(tile.width()).isLessThanOrEqualTo(Tile.WHOLE);
            assertThat(tile.height()).isLessThanOrEqualTo(Tile.WHOLE);
            assertThat(tile.coreLeft() - tile.left()).isEqualTo(Math.min(192, tile.coreLeft()));
            assertThat(tile.coreTop() - tile.top()).isEqualTo(Math.min(192, tile.coreTop()));
            int right = tile.left() + tile.width();
            assertThat(right).isEqualTo(Math.min(16 * columns, tile.coreLeft() + tile.coreWidth() + 192));
            for (int y = tile.coreTop() / 16; y < (tile.coreTop() + tile.coreHeight()) / 16; y++) {
                for (int x = tile.coreLeft() / 16; x < (tile.coreLeft() + tile.coreWidth()) / 16; x++) {
                    covered[y * columns + x]++;
                }
            }
        }
        assertThat(covered).containsOnly(1);
    }
}
