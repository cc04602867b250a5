/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.format.BlockImages;
import sc.fiji.ahiq.image.format.FileProblem;

/** An image that is an array in chunks, of which those are read that are needed. */
final class ZarrSeries implements ImageSource {

    private final String name;
    private final ZarrArray array;
    private final ZarrAxes axes;

    /** @throws IOException if planes or chunks are larger than images can be */
    ZarrSeries(String name, ZarrArray array, ZarrAxes axes) throws IOException {
        this.name = name;
        this.array = array;
        this.axes = axes;
        array.chunkBytes();
        if (Math.max(width(), height()) > Integer.MAX_VALUE
                || chunks(axes.x()) * chunks(axes.y()) > Integer.MAX_VALUE
                || Math.max(channels(), Math.max(slices(), frames())) < 1) {
            throw new IOException("planes of " + width() + " x " + height() + " pixels in chunks of "
                    + array.chunk()[axes.x()] + " x " + array.chunk()[axes.y()]);
        }
    }

    private long chunks(int dimension) {
        return (array.shape()[dimension] - 1) / array.chunk()[dimension] + 1;
    }

    private int length(int dimension) {
        return dimension < 0 ? 1 : (int) Math.min(Integer.MAX_VALUE, array.shape()[dimension]);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long width() {
        return array.shape()[axes.x()];
    }

    @Override
    public long height() {
        return array.shape()[axes.y()];
    }

    @Override
    public int channels() {
        return length(axes.c());
    }

    @Override
    public int slices() {
        return length(axes.z());
    }

    @Override
    public int frames() {
        return length(axes.t());
    }

    @Override
    public ImagePlane plane(int slice, int frame) {
        if (channels() != 1 && channels() != 3) {
            throw new ImageException("Expected 1 channel (grey) or 3 channels (RGB), but " + name + " has " + channels()
                    + ". Score channels one by one.");
        }
        List<RandomAccessibleInterval<? extends RealType<?>>> planes = new ArrayList<>();
        for (int c = 1; c <= channels(); c++) {
            planes.add(pixels(c, slice, frame));
        }
        return ImagePlane.of(name, planes).withNotes(notes());
    }

    @Override
    public ImagePlane channel(int channel, int slice, int frame) {
        return ImagePlane.grey(name, pixels(channel, slice, frame));
    }

    @Override
    public List<String> notes() {
        return array.sample().isOffset() ? List.of("signed 8-bit samples, 128 added") : List.of();
    }

    private RandomAccessibleInterval<? extends RealType<?>> pixels(int channel, int slice, int frame) {
        long[] origin = new long[array.dimensions()];
        place(origin, axes.c(), channel);
        place(origin, axes.z(), slice);
        place(origin, axes.t(), frame);
        int blockWidth = (int) Math.min(array.chunk()[axes.x()], width());
        int blockHeight = (int) Math.min(array.chunk()[axes.y()], height());
        long columns = chunks(axes.x());
        return new BlockImages(
                        width(),
                        height(),
                        blockWidth,
                        blockHeight,
                        array.sample().type(),
                        1,
                        index -> {
                            long[] start = origin.clone();
                            start[axes.x()] = index % columns * blockWidth;
                            start[axes.y()] = index / columns * blockHeight;
                            return new Object[] {block(start)};
                        })
                .planes()
                .get(0);
    }

    private static void place(long[] origin, int dimension, int number) {
        if (dimension >= 0) {
            origin[dimension] = number - 1;
        }
    }

    /** The part of a plane that is in the chunk that has this place as its corner in the plane. */
    private Object block(long[] start) {
        int columns = (int) Math.min(array.chunk()[axes.x()], width() - start[axes.x()]);
        int rows = (int) Math.min(array.chunk()[axes.y()], height() - start[axes.y()]);
        Object samples = array.sample().newArray(columns * rows);
        long[] chunk = new long[start.length];
        int[] strides = new int[start.length];
        int first = 0;
        int stride = 1;
        for (int d = start.length - 1; d >= 0; d--) {
            chunk[d] = start[d] / array.chunk()[d];
            strides[d] = stride;
            first += (int) (start[d] % array.chunk()[d]) * stride;
            stride *= (int) array.chunk()[d];
        }
        try {
            ByteBuffer stored = array.read(chunk);
            for (int i = 0; i < columns * rows && stored == null; i++) {
                array.sample().put(array.fill(), samples, i);
            }
            for (int y = 0; y < rows && stored != null; y++) {
                int row = first + y * strides[axes.y()];
                if (strides[axes.x()] == 1) {
                    array.sample().copy(stored, row, samples, y * columns, columns);
                } else {
                    for (int x = 0; x < columns; x++) {
                        array.sample().copy(stored, row + x * strides[axes.x()], samples, y * columns + x, 1);
                    }
                }
            }
            return samples;
        } catch (ImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // what damaged chunks cause
            throw FileProblem.damaged(name, FileProblem.reason(e), e);
        }
    }
}
