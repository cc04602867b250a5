/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import sc.fiji.ahiq.metric.filter.Plane;

/**
 * The local quality that a metric found, in its own unit. It covers the compared region, but may have fewer pixels: where the
 * metric shrinks images before it compares them, or leaves out a border.
 *
 * @param values row-major, {@code width * height}; not copied
 */
public record QualityMap(int width, int height, float[] values) {

    static QualityMap of(Plane plane) {
        float[] values = new float[plane.area()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) plane.values()[i];
        }
        return new QualityMap(plane.width(), plane.height(), values);
    }
}
