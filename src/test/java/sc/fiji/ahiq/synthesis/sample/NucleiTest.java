/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.metric.filter.Plane;

class NucleiTest {

    @Test
    void fillsTheFieldWithCellsThatDoNotTouch() {
        List<Cell> cells = Nuclei.place(512, 512, new Random(5));

        assertThat(cells).hasSizeBetween(15, 45);
        for (Cell cell : cells) {
            assertThat(cells.stream().filter(other -> other != cell && other.distance(cell) < 2 * 33))
                    .isEmpty();
        }
    }

    @Test
    void lightIsInsideTheOutlines() {
        Cell cell = new Cell(60, 50, 25, 1.4, 0.3, 1);

        Plane light = Nuclei.paint(120, 100, List.of(cell), new Random(6));

        double inside = 0;
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 120; x++) {
                if (cell.depth(x, y) > 1.35) {
                    assertThat(light.at(x, y)).isZero();
                }
                inside += cell.depth(x, y) < 1 ? light.at(x, y) : 0;
            }
        }
        assertThat(inside / (Math.PI * 25 * 25)).isBetween(0.5, 1.2);
    }
}
