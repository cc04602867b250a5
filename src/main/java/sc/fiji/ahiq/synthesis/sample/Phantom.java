/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import java.util.Random;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.synthesis.distortion.Blur;

/**
 * A grey picture like a slice of a tomograph, 512 x 512 pixels: a body of smooth tissue with organs, a ring of bone and
 * branching vessels, some with little contrast, through a random window of intensities. The same seed gives the same
 * pixels on every machine.
 */
final class Phantom {

    private static final int SIZE = SampleField.SIZE;
    private static final int ORGANS = 9;
    private static final int VESSELS = 7;

    private final Random random;
    private final double[] tissue = new double[SIZE * SIZE];

    private Phantom(long seed) {
        random = new Random(seed);
    }

    /** @param seed of shapes and window */
    static SampleImage draw(long seed) {
        Phantom phantom = new Phantom(seed);
        Plane tissue = phantom.tissue();
        double low = 0.25 * phantom.random.nextDouble();
        double high = 0.55 + 0.45 * phantom.random.nextDouble();
        return new SampleImage("phantom", tissue.map(value -> SampleImage.WHITE * (value - low) / (high - low)));
    }

    private Plane tissue() {
        double middle = SIZE / 2.0;
        Cell body = new Cell(middle, middle, 215, between(1.05, 1.35), between(0, Math.PI), 0.42);
        fill(body, 0, 1, 0);
        for (int i = 0; i < ORGANS; i++) {
            Cell organ = new Cell(
                    middle + between(-120, 120),
                    middle + between(-110, 110),
                    between(8, 70),
                    between(1, 2),
                    between(0, Math.PI),
                    between(-0.12, 0.12));
            fill(organ, 0, 1, 1);
        }
        fill(new Cell(middle, middle, 215, body.elongation(), body.angle(), between(0.3, 0.5)), 0.88, 0.96, 1);
        for (int i = 0; i < VESSELS; i++) {
            branch(
                    middle + between(-90, 90),
                    middle + between(-90, 90),
                    between(0, 2 * Math.PI),
                    between(2, 5),
                    between(-0.1, 0.35));
        }
        Plane smooth = Blur.gaussian(new Plane(SIZE, SIZE, tissue), between(0.6, 1.6));
        double grain = between(0, 0.02);
        return smooth.zip(
                Clouds.of(SIZE, SIZE, between(4, 14), random), (value, cloud) -> value + grain * value * cloud);
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Sets the part of an ellipse between two depths to its brightness and {@code kept} times what is there. */
    private void fill(Cell ellipse, double inner, double outer, double kept) {
        for (int i = 0; i < tissue.length; i++) {
            double depth = ellipse.depth(i % SIZE, i / SIZE);
            if (depth >= inner && depth < outer) {
                tissue[i] = kept * tissue[i] + ellipse.brightness();
            }
        }
    }

    /** A vessel that winds, grows thinner and forks. */
    private void branch(double startX, double startY, double startAngle, double startRadius, double contrast) {
        double x = startX;
        double y = startY;
        double angle = startAngle;
        for (double radius = startRadius; radius > 0.5; radius -= 0.02) {
            disk(x, y, radius, contrast);
            x += StrictMath.cos(angle);
            y += StrictMath.sin(angle);
            angle += 0.08 * random.nextGaussian();
            if (random.nextDouble() < 0.012) {
                branch(x, y, angle + between(0.4, 0.9), 0.7 * radius, contrast);
            }
        }
    }

    private void disk(double x, double y, double radius, double contrast) {
        for (int row = (int) Math.max(0, y - radius); row <= Math.min(SIZE - 1, y + radius); row++) {
            for (int column = (int) Math.max(0, x - radius); column <= Math.min(SIZE - 1, x + radius); column++) {
                double dx = column - x;
                double dy = row - y;
                if (dx * dx + dy * dy <= radius * radius) {
                    tissue[row * SIZE + column] = 0.45 + contrast;
                }
            }
        }
    }
}
