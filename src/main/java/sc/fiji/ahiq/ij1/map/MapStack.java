/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1.map;

import ij.VirtualStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import sc.fiji.ahiq.crop.PatchMaps;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.PlaneScore;

/** A map of each plane, rendered when it is looked at: a plane in memory takes as much as its patches. */
final class MapStack extends VirtualStack {

    private final List<PlaneScore> planes;
    private final Function<PatchMaps, float[]> map;
    private final double lo;
    private final double hi;
    private final LUT lut = Cubehelix.lut();

    /** @param planes in the order of the stack */
    MapStack(List<PlaneScore> planes, Function<PatchMaps, float[]> map, double lo, double hi) {
        super(planes.get(0).region().width(), planes.get(0).region().height());
        this.planes = planes;
        this.map = map;
        this.lo = lo;
        this.hi = hi;
    }

    @Override
    public ImageProcessor getProcessor(int n) {
        float[] pixels = planes.get(n - 1).pair().map(PairScore::maps).map(map).orElseGet(this::empty);
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
