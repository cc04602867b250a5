/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One of the two maps as a cell image. Its cells are bands of whole rows, rendered when they are read, and kept as long
 * as there is memory for them. Thread safe: a band that several threads ask for may be rendered more than once.
 */
final class RenderedMap {

    private static final int BAND_PIXELS = 1 << 18;

    private final PatchMaps maps;
    private final Function<StitchedRow, float[]> values;
    private final int bandRows;
    private final AtomicReferenceArray<SoftReference<Cell<FloatArray>>> bands;

    private RenderedMap(PatchMaps maps, Function<StitchedRow, float[]> values) {
        this.maps = maps;
        this.values = values;
        this.bandRows = Math.min(maps.height(), Math.max(1, BAND_PIXELS / maps.width()));
        this.bands = new AtomicReferenceArray<>((maps.height() - 1) / bandRows + 1);
    }

    static RandomAccessibleInterval<FloatType> of(PatchMaps maps, Function<StitchedRow, float[]> values) {
        RenderedMap map = new RenderedMap(maps, values);
        CellGrid grid = new CellGrid(new long[] {maps.width(), maps.height()}, new int[] {maps.width(), map.bandRows});
        return new LazyCellImg<>(grid, new FloatType(), index -> map.band((int) index));
    }

    private Cell<FloatArray> band(int index) {
        SoftReference<Cell<FloatArray>> kept = bands.get(index);
        Cell<FloatArray> band = kept == null ? null : kept.get();
        if (band == null) {
            band = render(index);
            bands.set(index, new SoftReference<>(band));
        }
        return band;
    }

    private Cell<FloatArray> render(int index) {
        int width = maps.width();
        int top = index * bandRows;
        int rows = Math.min(bandRows, maps.height() - top);
        float[] pixels = new float[width * rows];
        RowRenderer renderer = new RowRenderer(maps);
        for (int y = 0; y < rows; y++) {
            System.arraycopy(values.apply(renderer.row(top + y)), 0, pixels, y * width, width);
        }
        return new Cell<>(new int[] {width, rows}, new long[] {0, top}, new FloatArray(pixels));
    }
}
