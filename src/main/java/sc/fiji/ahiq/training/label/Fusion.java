/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.label;

import java.util.Arrays;
import sc.fiji.ahiq.study.stats.Ranks;

/**
 * Makes one opinion of the scores of several metrics. Only the order of each metric's scores counts, so that metrics of
 * different scales can be fused, and no scale has to be fitted.
 */
public enum Fusion {

    /** The mean over the metrics of the rank of a pair (Borda count). */
    MEAN_RANK {
        @Override
        double vote(double rank, int count) {
            return rank;
        }
    },

    /**
     * The sum over the metrics of 1 / (k + place), where place 1 is the best pair (Cormack, Clarke, Buettcher,
     * "Reciprocal rank fusion outperforms Condorcet and individual rank learning methods", SIGIR 2009; used for labels
     * of image quality by BLISS, Prabhushankar et al.). Here k is a fifth of the number of pairs, because all of them
     * matter, not only the best few.
     */
    RECIPROCAL_RANK {
        @Override
        double vote(double rank, int count) {
            return 1 / (K_SHARE * count + count + 1 - rank);
        }
    };

    private static final double K_SHARE = 0.2;

    /**
     * Fuses the scores of all pairs of a training set.
     *
     * @param qualities one array for each metric, of the same length: its score of each pair, higher is better, finite
     * @return a label for each pair, evenly spread over 0..1, higher is better; the same for pairs that tie
     * @throws IllegalArgumentException if there is no metric, there are fewer than two pairs, or the arrays differ in
     *     length
     */
    public double[] fuse(double[]... qualities) {
        int count = qualities.length == 0 ? 0 : qualities[0].length;
        if (count < 2) {
            throw new IllegalArgumentException("Expected scores of two pairs at least, but found " + count);
        }
        double[] votes = new double[count];
        for (double[] quality : qualities) {
            if (quality.length != count) {
                throw new IllegalArgumentException(
                        "Expected " + count + " scores of each metric, but found " + quality.length);
            }
            double[] ranks = Ranks.of(quality);
            for (int i = 0; i < count; i++) {
                votes[i] += vote(ranks[i], count);
            }
        }
        return Arrays.stream(Ranks.of(votes))
                .map(rank -> (rank - 1) / (count - 1))
                .toArray();
    }

    /** @param rank from 1 for the worst to {@code count} for the best */
    abstract double vote(double rank, int count);
}
