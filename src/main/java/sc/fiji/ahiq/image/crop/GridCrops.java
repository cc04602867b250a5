/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.List;

/** See {@link CropPlan#grid}. */
record GridCrops() implements CropPlan {

    @Override
    public List<Crop> crops(int width, int height, int cropSize) {
        Crop.requireFits(width, height, cropSize);
        return Lattice.crops(
                this, Lattice.evenly(width - cropSize, cropSize), Lattice.evenly(height - cropSize, cropSize));
    }

    @Override
    public String toString() {
        return "grid";
    }
}
