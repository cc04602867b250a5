/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.Arrays;

/** One row of the two maps while crops are added to it; the arithmetic is described at {@link PatchMaps}. Reusable. */
final class StitchedRow {

    private final float[] scores;
    private final float[] weights;
    private final double[] shares;
    private final double[] scoreSums;
    private final double[] weightSums;
    private final double[] weightedScoreSums;

    StitchedRow(int width) {
        scores = new float[width];
        weights = new float[width];
        shares = new double[width];
        scoreSums = new double[width];
        weightSums = new double[width];
        weightedScoreSums = new double[width];
    }

    void clear() {
        Arrays.fill(shares, 0);
        Arrays.fill(scoreSums, 0);
        Arrays.fill(weightSums, 0);
        Arrays.fill(weightedScoreSums, 0);
    }

    /**
     * Adds row {@code patchRow} of a crop's {@code n} x {@code n} patches, its first pixel at {@code left}.
     *
     * @param window how much each pixel of the crop counts beside those of others
     */
    void add(int left, int patchSize, int n, int patchRow, float[] patchScores, float[] patchWeights, double[] window) {
        for (int column = 0; column < n; column++) {
            double score = patchScores[patchRow * n + column];
            double weight = patchWeights[patchRow * n + column];
            int first = left + column * patchSize;
            int end = Math.min(first + patchSize, shares.length);
            for (int x = first; x < end; x++) {
                double share = window[x - left];
                shares[x] += share;
                scoreSums[x] += share * score;
                weightSums[x] += share * weight;
                weightedScoreSums[x] += share * (score * weight);
            }
        }
    }

    /** Sets a pixel that belongs to no crop. */
    void set(int x, float score, float weight) {
        shares[x] = 1;
        scores[x] = score;
        weights[x] = weight;
    }

    /** Turns the sums into the values that {@link #scores} and {@link #weights} hold until the next row. */
    void finish() {
        for (int x = 0; x < shares.length; x++) {
            double score = weightSums[x] == 0 ? scoreSums[x] / shares[x] : weightedScoreSums[x] / weightSums[x];
            scores[x] = (float) score;
            weights[x] = (float) (weightSums[x] / shares[x]);
        }
    }

    boolean isCovered(int x) {
        return shares[x] > 0;
    }

    float[] scores() {
        return scores;
    }

    float[] weights() {
        return weights;
    }
}
