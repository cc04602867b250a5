/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.label;

/**
 * Keeps labels in the order of the levels of a distortion: the closest ones, by least squares, that never rise from a
 * level to the next (isotonic regression by pooling adjacent violators; Barlow et al., "Statistical Inference under
 * Order Restrictions", 1972).
 */
final class MonotoneLabels {

    private MonotoneLabels() {}

    /**
     * @param labels of one image under one distortion, by rising level; finite; not changed
     * @return labels that do not rise
     */
    static double[] of(double... labels) {
        double[] means = new double[labels.length];
        int[] sizes = new int[labels.length];
        int pools = 0;
        for (double label : labels) {
            means[pools] = label;
            sizes[pools++] = 1;
            while (pools > 1 && means[pools - 1] > means[pools - 2]) {
                pools--;
                int size = sizes[pools - 1] + sizes[pools];
                means[pools - 1] += (means[pools] - means[pools - 1]) * sizes[pools] / size;
                sizes[pools - 1] = size;
            }
        }
        double[] monotone = new double[labels.length];
        for (int pool = 0, next = 0; pool < pools; pool++) {
            for (int i = 0; i < sizes[pool]; i++) {
                monotone[next++] = means[pool];
            }
        }
        return monotone;
    }
}
