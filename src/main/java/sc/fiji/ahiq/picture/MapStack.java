/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import ij.VirtualStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sc.fiji.ahiq.scoring.PlaneScore;

/** A map of each plane, rendered when it is looked at: a plane in memory takes as much as its patches. */
final class MapStack extends VirtualStack {

    private final List<PlaneScore> planes;
    private final Function<PlaneScore, Optional<float[]>> map;
    private final double lo;
    private final double hi;
    private final LUT lut;

    /**
     * @param planes in the order of the stack
     * @param map of a plane, {@code width * height} values; empty if it has none
     */
    MapStack(
            List<PlaneScore> planes,
            int width,
            int height,
            Function<PlaneScore, Optional<float[]>> map,
            double lo,
            double hi,
            LUT lut) {
        super(width, height);
        this.planes = planes;
        this.map = map;
        this.lo = lo;
        this.hi = hi;
        this.lut = lut;
    }

    @Override
    public ImageProcessor getProcessor(int n) {
        float[] pixels = map.apply(planes.get(n - 1)).orElseGet(this::empty);
        ImageProcessor processor = new FloatProcessor(getWidth(), getHeight(), pixels, lut);
        processor.setMinAndMax(lo, hi);
        return processor;
    }

    private float[] empty() {
        float[] pixels = new float[Math.multiplyExact(getWidth(), getHeight())];
        Arrays.fill(pixels, Float.NaN);
        return pixels;
    }

    @Override
    public Object getPixels(int n) {
        return getProcessor(n).getPixels();
    }

    @Override
    public String getSliceLabel(int n) {
        return planes.get(n - 1).position().toString();
    }

    @Override
    public int size() {
        return planes.size();
    }

    @Override
    public int getSize() {
        return size();
    }

    @Override
    public int getBitDepth() {
        return 32;
    }
}
