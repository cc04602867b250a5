/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import ij.ImageJ;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.io.OutputFile;

/**
 * Writes maps as 32-bit TIFF files that ImageJ opens, row by row: a map that is rendered where it is read is never
 * whole.
 */
public final class MapFiles {

    /** Offsets and lengths in a TIFF file have 32 bits; 4 KiB are left for its head. */
    private static final long MAX_PIXELS = ((1L << 32) - 4096) / Float.BYTES;

    private static final int BAND_PIXELS = 1 << 18;

    private MapFiles() {}

    /** Whether a map is small enough for a TIFF file, which holds 4 GB at most. */
    public static boolean fits(RandomAccessibleInterval<FloatType> map) {
        return map.dimension(1) <= MAX_PIXELS / map.dimension(0);
    }

    /**
     * Creates or replaces a file; an interrupted or failed writing leaves what was there before.
     *
     * @param map (x, y), any origin; NaN where there is no value; read twice
     * @throws ImageException if the map does not {@link #fits fit}
     * @throws sc.fiji.ahiq.base.error.ResultsException if the file cannot be written
     */
    public static void write(Path file, RandomAccessibleInterval<FloatType> map) {
        if (!fits(map)) {
            throw new ImageException(tooLarge(map));
        }
        OutputFile.write(file, "map", out -> write(out, map));
    }

    private static void write(OutputStream out, RandomAccessibleInterval<FloatType> map) throws IOException {
        Ends ends = new Ends();
        forEachBand(map, ends::add);
        String description = "ImageJ=" + ImageJ.VERSION + "\nmin=" + ends.min + "\nmax=" + ends.max + "\n";
        out.write(TiffHead.of((int) map.dimension(0), (int) map.dimension(1), description));
        forEachBand(map, (band, length) -> {
            ByteBuffer bytes = ByteBuffer.allocate(length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(band, 0, length);
            out.write(bytes.array());
        });
    }

    /** Takes rows that follow each other. */
    @FunctionalInterface
    private interface BandVisitor {
        void band(float[] values, int length) throws IOException;
    }

    private static void forEachBand(RandomAccessibleInterval<FloatType> map, BandVisitor visitor) throws IOException {
        PrimitiveBlocks<FloatType> blocks = PrimitiveBlocks.of(map, OnFallback.ACCEPT);
        int width = (int) map.dimension(0);
        int rows = (int) Math.min(Math.max(1, BAND_PIXELS / width), map.dimension(1));
        float[] band = new float[width * rows];
        for (long top = map.min(1); top <= map.max(1); top += rows) {
            int height = (int) Math.min(rows, map.max(1) - top + 1);
            blocks.copy(new long[] {map.min(0), top}, band, new int[] {width, height});
            visitor.band(band, width * height);
        }
    }

    /**
     * The smallest and the largest value as ImageJ finds them: NaN is passed over, and both are NaN if nothing else
     * is there.
     */
    private static final class Ends {

        private double min = Double.NaN;
        private double max = Double.NaN;

        void add(float[] values, int length) {
            for (int i = 0; i < length; i++) {
                float value = values[i];
                if (!(value >= min) && !Float.isNaN(value)) {
                    min = value;
                }
                if (!(value <= max) && !Float.isNaN(value)) {
                    max = value;
                }
            }
        }
    }

    /** What to tell of a map that does not {@link #fits fit}. */
    public static String tooLarge(RandomAccessibleInterval<FloatType> map) {
        return "Expected a map of at most " + MAX_PIXELS + " pixels, for a TIFF file holds 4 GB, but it is "
                + map.dimension(0) + " x " + map.dimension(1) + ". Score regions of the image to have their maps.";
    }
}
