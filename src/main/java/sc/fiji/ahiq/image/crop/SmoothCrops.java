/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.List;
import java.util.OptionalInt;
import sc.fiji.ahiq.base.error.UsageException;

/** See {@link CropPlan#smooth(int)}; without an overlap, half the crop size. */
record SmoothCrops(OptionalInt overlap) implements CropPlan {

    SmoothCrops {
        if (overlap.isPresent() && overlap.getAsInt() < 1) {
            throw new UsageException("Crop plan 'smooth' takes an overlap of at least 1 pixel, not "
                    + overlap.getAsInt() + ". Without overlap, crops are a 'grid'.");
        }
    }

    @Override
    public List<Crop> crops(int width, int height, int cropSize) {
        Crop.requireFits(width, height, cropSize);
        int step = cropSize - blend(cropSize);
        return Lattice.crops(this, Lattice.evenly(width - cropSize, step), Lattice.evenly(height - cropSize, step));
    }

    @Override
    public int blend(int cropSize) {
        int pixels = overlap.orElse(Math.max(1, cropSize / 2));
        if (pixels > Math.max(1, cropSize / 2)) {
            throw new UsageException("Crop plan '" + this + "' would blend more than two crops of " + cropSize
                    + " pixels in a row. Give an overlap of at most " + cropSize / 2 + ".");
        }
        return pixels;
    }

    @Override
    public boolean scoresByMaps() {
        return true;
    }

    @Override
    public String toString() {
        return overlap.isPresent() ? "smooth:" + overlap.getAsInt() : "smooth";
    }
}
