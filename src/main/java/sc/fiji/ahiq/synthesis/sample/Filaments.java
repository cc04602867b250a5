/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.metric.filter.Plane;

/** Filaments of the cytoskeleton: thin lines that grow out from beside each nucleus and bend slowly. */
final class Filaments {

    private static final int PER_CELL = 60;
    private static final double SPREAD_PIXELS = 15;
    private static final double STEP_PIXELS = 0.5;
    private static final double MIN_LENGTH_PIXELS = 25;
    private static final double MEAN_LENGTH_PIXELS = 70;

    /** Standard deviation of the bend of one step, and how much of the bend of the step before is kept. */
    private static final double BEND = 0.0022;

    private static final double MEMORY = 0.97;

    private Filaments() {}

    /** Light of the filaments per pixel: about 1 for a single one that passes through the middle of it. */
    static Plane paint(int width, int height, List<Cell> cells, Random random) {
        Plane light = Plane.zeros(width, height);
        for (Cell cell : cells) {
            double side = 2 * Math.PI * random.nextDouble();
            double x = cell.x() + 0.9 * cell.radius() * StrictMath.cos(side);
            double y = cell.y() + 0.9 * cell.radius() * StrictMath.sin(side);
            for (int i = 0; i < PER_CELL; i++) {
                grow(
                        light,
                        x + SPREAD_PIXELS * random.nextGaussian(),
                        y + SPREAD_PIXELS * random.nextGaussian(),
                        random);
            }
        }
        return light;
    }

    private static void grow(Plane light, double startX, double startY, Random random) {
        double x = startX;
        double y = startY;
        double direction = 2 * Math.PI * random.nextDouble();
        double bend = 0;
        double brightness = 0.6 + 0.6 * random.nextDouble();
        double length = MIN_LENGTH_PIXELS - MEAN_LENGTH_PIXELS * StrictMath.log(1 - random.nextDouble());
        for (double grown = 0; grown < length; grown += STEP_PIXELS) {
            add(light, x, y, brightness * STEP_PIXELS);
            bend = MEMORY * bend + BEND * random.nextGaussian();
            direction += bend;
            x += STEP_PIXELS * StrictMath.cos(direction);
            y += STEP_PIXELS * StrictMath.sin(direction);
        }
    }
    /** Adds an amount to the four pixels around a point, nearer ones getting more; what falls outside is lost. */
    private static void add(Plane light, double x, double y, double amount) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double bottom = y - top;
        addTo(light, left, top, amount * (1 - right) * (1 - bottom));
        addTo(light, left + 1, top, amount * right * (1 - bottom));
        addTo(light, left, top + 1, amount * (1 - right) * bottom);
        addTo(light, left + 1, top + 1, amount * right * bottom);
    }

    private static void addTo(Plane light, int x, int y, double amount) {
        if (x >= 0 && y >= 0 && x < light.width() && y < light.height()) {
            light.values()[y * light.width() + x] += amount;
        }
    }
}
