/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.List;
import java.util.OptionalInt;
import sc.fiji.ahiq.base.error.UsageException;

/** See {@link CropPlan#dense(int)}; without a stride, half the crop size. */
record DenseCrops(OptionalInt stride) implements CropPlan {

    DenseCrops {
        if (stride.isPresent() && stride.getAsInt() < 1) {
            throw new UsageException(
                    "Crop plan 'dense' takes a stride of at least 1 pixel, not " + stride.getAsInt() + ".");
        }
    }

    @Override
    public List<Crop> crops(int width, int height, int cropSize) {
        Crop.requireFits(width, height, cropSize);
        int step = stride.orElse(Math.max(1, cropSize / 2));
        if (step > cropSize) {
            throw new UsageException("Crop plan '" + this + "' would leave gaps between crops of " + cropSize
                    + " pixels. Give a stride of at most " + cropSize + ".");
        }
        return Lattice.crops(this, starts(width - cropSize, step), starts(height - cropSize, step));
    }

    private static int[] starts(int last, int step) {
        int[] starts = new int[(last + step - 1) / step + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (int) Math.min((long) i * step, last);
        }
        return starts;
    }

    @Override
    public boolean scoresByMaps() {
        return true;
    }

    @Override
    public String toString() {
        return stride.isPresent() ? "dense:" + stride.getAsInt() : "dense";
    }
}
