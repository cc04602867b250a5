/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.base.error.UsageException;

/** Crops at every combination of some columns and rows. */
final class Lattice {

    private Lattice() {}

    /** The fewest starts from 0 to {@code last}, evenly spaced up to rounding, by at most {@code step}. */
    static int[] evenly(int last, int step) {
        int[] starts = new int[(last + step - 1) / step + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = (int) ((long) i * last / (starts.length - 1));
        }
        return starts;
    }

    /**
     * Row by row from the top left.
     *
     * @throws UsageException if there are more than {@link CropPlan#MAX_CROPS}
     */
    static List<Crop> crops(CropPlan plan, int[] lefts, int[] tops) {
        long count = (long) lefts.length * tops.length;
        if (count > CropPlan.MAX_CROPS) {
            throw new UsageException("Crop plan '" + plan + "' needs " + count + " crops for this image; at most "
                    + CropPlan.MAX_CROPS + " are allowed. Give a larger stride, a region of the image, or random:N.");
        }
        List<Crop> crops = new ArrayList<>((int) count);
        for (int top : tops) {
            for (int left : lefts) {
                crops.add(new Crop(left, top));
            }
        }
        return List.copyOf(crops);
    }
}
