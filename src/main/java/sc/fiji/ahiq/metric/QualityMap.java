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
 * What a metric says of places in an image, in its own unit; NaN where it did not look. A map covers the compared
 * region, but may have fewer pixels: where the metric shrinks images before it compares them, or leaves out a border.
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
    private final long width;
    private final long height;
    private final boolean isMadeOfPatches;
    private final Supplier<RandomAccessibleInterval<FloatType>> pixels;
    private final Supplier<float[]> values;

    private QualityMap(
            Kind kind,
            long width,
            long height,
            boolean isMadeOfPatches,
            Supplier<RandomAccessibleInterval<FloatType>> pixels,
            Supplier<float[]> values) {
        this.kind = kind;
        this.width = width;
        this.height = height;
        this.isMadeOfPatches = isMadeOfPatches;
        this.pixels = pixels;
        this.values = values;
    }

    static QualityMap of(Plane quality) {
        float[] values = new float[quality.area()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) quality.values()[i];
        }
        return of(Kind.QUALITY, quality.width(), quality.height(), () -> values);
    }

    /**
     * A map that is made when it is asked for.
     *
     * @param values row by row, {@code width * height} of them; may be called often
     */
    public static QualityMap of(Kind kind, int width, int height, Supplier<float[]> values) {
        return new QualityMap(kind, width, height, false, () -> ArrayImgs.floats(values.get(), width, height), values);
    }

    /** Scores and weights of patches. */
    public static List<QualityMap> of(PatchMaps maps) {
        return List.of(
                new QualityMap(Kind.QUALITY, maps.width(), maps.height(), true, maps::quality, maps::scoreMap),
                new QualityMap(Kind.WEIGHT, maps.width(), maps.height(), true, maps::weight, maps::weightMap));
    }

    /** Whether it takes no memory until it is asked for. */
    boolean isMadeOfPatches() {
        return isMadeOfPatches;
    }

    public Kind kind() {
        return kind;
    }

    public int width() {
        return Math.toIntExact(width);
    }

    public int height() {
        return Math.toIntExact(height);
    }

    /**
     * Row by row, {@code width * height} values; not to be written to. Maps of crops are stitched anew each time.
     *
     * @throws sc.fiji.ahiq.base.error.ImageException if the map has 2^31 pixels or more
     */
    public float[] values() {
        return values.get();
    }

    /**
     * The same as an image (x, y); not to be written to. Maps of crops are stitched where they are read, whatever
     * their size.
     */
    public RandomAccessibleInterval<FloatType> pixels() {
        return pixels.get();
    }
}
