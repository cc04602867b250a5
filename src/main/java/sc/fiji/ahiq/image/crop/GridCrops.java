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
        return Lattice.crops(this, starts(width, cropSize), starts(height, cropSize));
    }

    private static int[] starts(int length, int cropSize) {
        int count = (length - 1) / cropSize + 1;
        int[] starts = new int[count];
        for (int i = 1; i < count; i++) {
            starts[i] = (int) ((long) i * (length - cropSize) / (count - 1));
        }
        return starts;
    }

    @Override
    public String toString() {
        return "grid";
    }
}
