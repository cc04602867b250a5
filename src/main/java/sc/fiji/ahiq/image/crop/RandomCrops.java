/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.base.error.UsageException;

/** See {@link CropPlan#random}. */
record RandomCrops(int count, long seed) implements CropPlan {

    RandomCrops {
        if (count < 1 || count > MAX_CROPS) {
            throw new UsageException("Crop plan 'random' takes 1 to " + MAX_CROPS + " crops, not " + count + ".");
        }
    }

    @Override
    public List<Crop> crops(int width, int height, int cropSize) {
        Crop.requireFits(width, height, cropSize);
        SplitMix64 generator = new SplitMix64(seed);
        List<Crop> crops = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int left = generator.below(width - cropSize + 1);
            int top = generator.below(height - cropSize + 1);
            crops.add(new Crop(left, top));
        }
        return List.copyOf(crops);
    }

    @Override
    public String toString() {
        return "random:" + count;
    }
}
