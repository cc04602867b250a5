/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.util.List;
import java.util.function.Supplier;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * What a metric says of places in an image, in its own unit; NaN where it did not look. A map covers the compared region, but may
 * have fewer pixels: where the metric shrinks images before it compares them, or leaves out a border.
 */
public final class QualityMap {

    /** What the values of a map mean. */
    public enum Kind {
        /** Local quality. */
        QUALITY,
        /** How much the quality there counts, at least 0. */
        WEIGHT
    }

    private final Kind kind;
    private final int width;
    private final int height;
    private final Supplier<float[]> values;

    private QualityMap(Kind kind, int width, int height, Supplier<float[]> values) {
        this.kind = kind;
        this.width = width;
        this.height = height;
        this.values = values;
    }

    static QualityMap of(Plane quality) {
        float[] values = new float[quality.area()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) quality.values()[i];
        }
        return new QualityMap(Kind.QUALITY, quality.width(), quality.height(), () -> values);
    }

    static List<QualityMap> of(PatchMaps maps) {
        return List.of(
                new QualityMap(Kind.QUALITY, maps.width(), maps.height(), maps::scoreMap),
                new QualityMap(Kind.WEIGHT, maps.width(), maps.height(), maps::weightMap));
    }

    public Kind kind() {
        return kind;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Row by row, {@code width * height} values; not to be written to. Maps of crops are stitched anew each time. */
    public float[] values() {
        return values.get();
    }

    /** The same as an image (x, y). */
    public RandomAccessibleInterval<FloatType> pixels() {
        return ArrayImgs.floats(values(), width, height);
    }
}
