/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.synthesis.sample.SampleField;
import sc.fiji.ahiq.synthesis.sample.SampleImage;

/** Small pictures to distort. */
final class Pictures {

    private static final List<Plane> FIELDS = List.of(field(1), field(2), field(3), field(4));

    private Pictures() {}

    private static Plane field(long seed) {
        SampleImage image = SampleField.simulate(seed).reference();
        byte[] bytes = image.toBytes();
        Plane plane = Plane.zeros(image.width(), image.height());
        for (int i = 0; i < bytes.length; i++) {
            plane.values()[i] = bytes[i] & 0xff;
        }
        return plane;
    }

    /** A grey part of a sample field; there are four of them. */
    static PlanarImage grey(int field, int width, int height) {
        return PlanarImage.grey(FIELDS.get(field).crop(180, 200, width, height));
    }

    /** Fields of cells in red, green and blue over each other. */
    static PlanarImage colour(int field, int width, int height) {
        Plane red = grey(field, width, height).grey();
        Plane green = grey((field + 1) % FIELDS.size(), width, height).grey();
        Plane blue = red.zip(green, (r, g) -> Math.rint(128 + (r - g) / 2));
        return PlanarImage.of(List.of(red, red.zip(green, (r, g) -> Math.rint((r + 2 * g) / 3)), blue));
    }

    /** Waves and edges in whole numbers, from nothing but arithmetic. */
    static PlanarImage arithmetic(int width, int height) {
        Plane red = Plane.zeros(width, height);
        Plane green = Plane.zeros(width, height);
        Plane blue = Plane.zeros(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                red.values()[i] = (x * x + 3 * y) % 256;
                green.values()[i] = (x / 8 + y / 8) % 2 * 120 + 60 + x % 5;
                blue.values()[i] = (5 * x + 2 * y * y) % 256;
            }
        }
        return PlanarImage.of(List.of(red, green, blue));
    }

    static PlanarImage constant(double value, int width, int height) {
        Plane plane = Plane.zeros(width, height).map(zero -> value);
        return PlanarImage.of(List.of(plane, plane, plane));
    }
}
