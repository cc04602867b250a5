/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.List;
import java.util.Locale;

/** See {@link CropPlan#five} and {@link CropPlan#nine}. */
enum FixedCrops implements CropPlan {
    FIVE(5),
    NINE(9);

    private final int count;

    FixedCrops(int count) {
        this.count = count;
    }

    @Override
    public List<Crop> crops(int width, int height, int cropSize) {
        Crop.requireFits(width, height, cropSize);
        int right = width - cropSize;
        int bottom = height - cropSize;
        int centreX = width / 2 - cropSize / 2;
        int centreY = height / 2 - cropSize / 2;
        return List.of(
                        new Crop(0, 0),
                        new Crop(right, 0),
                        new Crop(0, bottom),
                        new Crop(right, bottom),
                        new Crop(centreX, centreY),
                        new Crop(0, centreY),
                        new Crop(right, centreY),
                        new Crop(centreX, 0),
                        new Crop(centreX, bottom))
                .subList(0, count);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
