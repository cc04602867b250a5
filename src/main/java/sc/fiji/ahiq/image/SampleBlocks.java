/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/**
 * Rectangles of the samples of a plane. Each is copied out of the plane as a block, so that array and cell images,
 * and views and conversions of them, are read in long runs, and nothing outside the rectangle is touched; images of
 * other kinds are read pixel by pixel. Beyond its border the plane is mirrored; see {@link ScaledPlane}. Thread safe
 * as long as nobody writes to the pixels.
 */
final class SampleBlocks {

    /**
     * Width and height of what is held at a time where all samples are read: much less than a plane, more than most
     * cells.
     */
    static final int TILE = 512;

    private final long width;
    private final long height;
    private final SampleType type;
    private final PrimitiveBlocks<?> inside;
    private final RandomAccessibleInterval<?> plane;
    /** Made when something beyond the border is asked for. */
    private PrimitiveBlocks<?> mirrored;

    /** Receives samples. */
    @FunctionalInterface
    interface RunVisitor {

        /**
         * @param x column of the first sample
         * @param y row of all
         * @param samples that follow each other in the row; overwritten after this call
         */
        void run(long x, long y, double[] samples);
    }

    /** @param plane of origin (0, 0) with samples of this type */
    SampleBlocks(RandomAccessibleInterval<? extends RealType<?>> plane, SampleType type) {
        this.width = plane.dimension(0);
        this.height = plane.dimension(1);
        this.type = type;
        this.inside = blocks(plane);
        this.plane = plane;
    }

    private static <T extends NativeType<T>> PrimitiveBlocks<T> blocks(RandomAccessible<?> pixels) {
        return PrimitiveBlocks.of(Cast.<RandomAccessible<T>>unchecked(pixels), OnFallback.ACCEPT)
                .threadSafe();
    }

    /** A side of one pixel has no second one to begin the mirror image with, so it gets a copy of itself. */
    private static RandomAccessible<?> mirror(RandomAccessibleInterval<?> plane) {
        long right = plane.max(0);
        long bottom = plane.max(1);
        if (right > 0 && bottom > 0) {
            return Views.extendMirrorSingle(plane);
        }
        long[] corner = {Math.max(1, right), Math.max(1, bottom)};
        return Views.extendMirrorSingle(Views.interval(Views.extendBorder(plane), new long[2], corner));
    }

    /** Tells the rows of a rectangle, from its top on; it may reach over the border of the plane, or lie beyond it. */
    void forEachRow(long left, long top, int columns, int rows, RunVisitor visitor) {
        read(left, top, columns, rows, type.array(Math.multiplyExact(columns, rows)), visitor);
    }

    /**
     * Tells all samples of the plane, square by square: the squares of a band from left to right, a band below the
     * other, and the rows of a square from its top on.
     */
    void forEachTile(RunVisitor visitor) {
        Object samples = type.array((int) (Math.min(TILE, width) * Math.min(TILE, height)));
        for (long top = 0; top < height; top += TILE) {
            for (long left = 0; left < width; left += TILE) {
                int columns = (int) Math.min(TILE, width - left);
                int rows = (int) Math.min(TILE, height - top);
                read(left, top, columns, rows, samples, visitor);
            }
        }
    }

    private synchronized PrimitiveBlocks<?> mirrored() {
        if (mirrored == null) {
            mirrored = blocks(mirror(plane));
        }
        return mirrored;
    }

    private void read(long left, long top, int columns, int rows, Object samples, RunVisitor visitor) {
        boolean within = left >= 0 && top >= 0 && left + columns <= width && top + rows <= height;
        (within ? inside : mirrored()).copy(new long[] {left, top}, samples, new int[] {columns, rows});
        double[] row = new double[columns];
        for (int y = 0; y < rows; y++) {
            type.widen(samples, y * columns, row);
            visitor.run(left, top + y, row);
        }
    }
}
