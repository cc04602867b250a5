/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.ahiq.image.SampleType;

/**
 * The channels of a plane that is stored in blocks (tiles, strips or chunks). A small plane is decoded at once into
 * arrays; of a large one a block is decoded when a pixel of it is needed, and the blocks used last stay in memory.
 */
public final class BlockImages {

    /** Planes of at most this many bytes are decoded at once. */
    private static final long SMALL_BYTES = 64L << 20;

    /** Blocks of a plane, row by row; those at the right and lower edge are cut to the plane. */
    public interface Blocks {

        /**
         * Decodes a block.
         *
         * @return for each channel a {@code byte[]}, {@code short[]} or {@code float[]} with the block's samples,
         *     row-major
         * @throws sc.fiji.ahiq.base.error.ImageException if it cannot be decoded
         */
        Object[] read(int index);
    }

    private final CellGrid grid;
    private final SampleType type;
    private final int channels;
    private final Blocks blocks;

    public BlockImages(
            long width, long height, int blockWidth, int blockHeight, SampleType type, int channels, Blocks blocks) {
        this.grid = new CellGrid(new long[] {width, height}, new int[] {blockWidth, blockHeight});
        this.type = type;
        this.channels = channels;
        this.blocks = blocks;
    }

    /** One plane (x, y) for each channel. */
    public List<RandomAccessibleInterval<? extends RealType<?>>> planes() {
        return bytes() <= SMALL_BYTES ? arrays() : cells();
    }

    private long bytes() {
        int sampleBytes = type == SampleType.UINT8 ? 1 : type == SampleType.UINT16 ? 2 : 4;
        return grid.imgDimension(0) * grid.imgDimension(1) * channels * sampleBytes;
    }

    private List<RandomAccessibleInterval<? extends RealType<?>>> arrays() {
        int width = (int) grid.imgDimension(0);
        int area = width * (int) grid.imgDimension(1);
        Object[] planes = new Object[channels];
        Arrays.setAll(planes, c -> newArray(area));
        long[] min = new long[2];
        int[] size = new int[2];
        for (int i = 0; i < count(); i++) {
            grid.getCellDimensions(i, min, size);
            Object[] samples = blocks.read(i);
            for (int c = 0; c < channels; c++) {
                for (int y = 0; y < size[1]; y++) {
                    int at = (int) (min[0] + (min[1] + y) * width);
                    System.arraycopy(samples[c], y * size[0], planes[c], at, size[0]);
                }
            }
        }
        List<RandomAccessibleInterval<? extends RealType<?>>> images = new ArrayList<>();
        for (Object plane : planes) {
            images.add(wrapped(plane, width, grid.imgDimension(1)));
        }
        return images;
    }

    private int count() {
        return Math.toIntExact(grid.gridDimension(0) * grid.gridDimension(1));
    }

    private Object newArray(int size) {
        return switch (type) {
            case UINT8 -> new byte[size];
            case UINT16 -> new short[size];
            case FLOAT32 -> new float[size];
        };
    }

    private static RandomAccessibleInterval<? extends RealType<?>> wrapped(Object plane, long width, long height) {
        if (plane instanceof byte[] bytes) {
            return ArrayImgs.unsignedBytes(bytes, width, height);
        }
        return plane instanceof short[] shorts
                ? ArrayImgs.unsignedShorts(shorts, width, height)
                : ArrayImgs.floats((float[]) plane, width, height);
    }

    private List<RandomAccessibleInterval<? extends RealType<?>>> cells() {
        BlockCache cache = new BlockCache(blocks);
        List<RandomAccessibleInterval<? extends RealType<?>>> images = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            int channel = c;
            IntFunction<Object> samples = index -> cache.get(index)[channel];
            images.add(
                    switch (type) {
                        case UINT8 ->
                            image(new UnsignedByteType(), index -> new ByteArray((byte[]) samples.apply(index)));
                        case UINT16 ->
                            image(new UnsignedShortType(), index -> new ShortArray((short[]) samples.apply(index)));
                        case FLOAT32 -> image(new FloatType(), index -> new FloatArray((float[]) samples.apply(index)));
                    });
        }
        return images;
    }

    private <T extends NativeType<T> & RealType<T>, A extends DataAccess> LazyCellImg<T, A> image(
            T pixel, IntFunction<A> access) {
        return new LazyCellImg<>(grid, pixel, index -> cell((int) index, access));
    }

    private <A> Cell<A> cell(int index, IntFunction<A> access) {
        long[] min = new long[2];
        int[] size = new int[2];
        grid.getCellDimensions(index, min, size);
        return new Cell<>(size, min, access.apply(index));
    }
}
