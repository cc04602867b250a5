/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.metric.filter.Plane;

/** Cell nuclei: where they are and how bright DNA stain makes them. */
final class Nuclei {

    private static final int TRIES = 400;
    private static final double SPACING_PIXELS = 88;
    private static final int MAX_NUCLEOLI = 4;

    private Nuclei() {}

    /** Places cells at random, none too near another; some reach over the border. */
    static List<Cell> place(int width, int height, Random random) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            Cell cell = Cell.at(random.nextDouble() * width, random.nextDouble() * height, random);
            if (cells.stream().allMatch(other -> other.distance(cell) > SPACING_PIXELS)) {
                cells.add(cell);
            }
        }
        return cells;
    }

    /** Light of the nuclei per pixel; about 1 inside. */
    static Plane paint(int width, int height, List<Cell> cells, Random random) {
        Plane outline = Clouds.of(width, height, 14, random);
        Plane coarse = Clouds.of(width, height, 5, random);
        Plane fine = Clouds.of(width, height, 1.6, random);
        Plane light = Plane.zeros(width, height);
        for (Cell cell : cells) {
            List<Cell> nucleoli = nucleoli(cell, random);
            paint(light, cell, nucleoli, outline, coarse, fine);
        }
        return light;
    }

    private static List<Cell> nucleoli(Cell cell, Random random) {
        List<Cell> nucleoli = new ArrayList<>();
        int count = 1 + random.nextInt(MAX_NUCLEOLI);
        for (int i = 0; i < count; i++) {
            double direction = 2 * Math.PI * random.nextDouble();
            double distance = 0.55 * cell.radius() * random.nextDouble();
            nucleoli.add(new Cell(
                    cell.x() + distance * StrictMath.cos(direction),
                    cell.y() + distance * StrictMath.sin(direction),
                    2.5 + 2.5 * random.nextDouble(),
                    1.2,
                    direction,
                    0.45 + 0.3 * random.nextDouble()));
        }
        return nucleoli;
    }

    private static void paint(Plane light, Cell cell, List<Cell> nucleoli, Plane outline, Plane coarse, Plane fine) {
        int reach = (int) Math.ceil(1.6 * cell.radius());
        int left = Math.max(0, (int) cell.x() - reach);
        int right = Math.min(light.width() - 1, (int) cell.x() + reach);
        int bottom = Math.min(light.height() - 1, (int) cell.y() + reach);
        for (int y = Math.max(0, (int) cell.y() - reach); y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double depth = cell.depth(x, y) + 0.06 * outline.at(x, y);
                if (depth >= 1) {
                    continue;
                }
                // Thicker in the middle, with chromatin of two sizes, and dark where the nucleoli are.
                double value = cell.brightness() * (0.45 + 0.55 * Math.sqrt(1 - depth * depth));
                value *= Math.max(0.2, 1 + 0.16 * coarse.at(x, y) + 0.13 * fine.at(x, y));
                for (Cell nucleolus : nucleoli) {
                    if (nucleolus.depth(x, y) < 1) {
                        value *= 1 - nucleolus.brightness();
                    }
                }
                light.values()[y * light.width() + x] = value;
            }
        }
    }
}
