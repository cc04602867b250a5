/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * A 16-bit image of any size that holds no pixels: a cell is computed each time that it is looked at, and forgotten.
 * Its pixels are waves of brightness under noise. Thread safe.
 */
public final class ComputedCells {

    /** Width and height of a cell, unless it is cut by the border. */
    public static final int CELL = 256;

    private final CellGrid grid;
    private final double noise;
    private final List<Long> computed = Collections.synchronizedList(new ArrayList<>());

    /** @param noise amplitude in 0..1 */
    public ComputedCells(long width, long height, double noise) {
        this.grid = new CellGrid(new long[] {width, height}, new int[] {CELL, CELL});
        this.noise = noise;
    }

    public LazyCellImg<UnsignedShortType, ShortArray> image() {
        return new LazyCellImg<>(grid, new UnsignedShortType(), this::compute);
    }

    /** Flat numbers of the cells that were computed so far, in order. */
    public List<Long> computed() {
        return List.copyOf(computed);
    }

    private Cell<ShortArray> compute(long index) {
        computed.add(index);
        long[] min = new long[2];
        int[] size = new int[2];
        grid.getCellDimensions(index, min, size);
        short[] pixels = new short[size[0] * size[1]];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) value(min[0] + i % size[0], min[1] + i / size[0]);
        }
        return new Cell<>(size, min, new ShortArray(pixels));
    }

    /** The value of a pixel, in 0..65535. */
    int value(long x, long y) {
        double wave = ((x * 3 + y * 2) % 97) / 97.0 * 0.6 + ((x - y) & 31) / 31.0 * 0.2;
        long hash = (x * 0x9E3779B97F4A7C15L ^ y * 0xBF58476D1CE4E5B9L) * 0x94D049BB133111EBL;
        return (int) (65535 * Math.min(1, wave + noise * (hash >>> 40) / (1 << 24)));
    }
}
