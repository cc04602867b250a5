/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.List;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * The affine map from the labels of a list to those that the network learns: the worst becomes 0, the best 1.
 *
 * @param worst smallest mean opinion score of the list
 * @param best largest one
 */
record LabelScale(double worst, double best) {

    /** @throws DatasetException if a pair has no label, or all have the same */
    static LabelScale of(List<RatedPair> pairs) {
        double worst = Double.POSITIVE_INFINITY;
        double best = Double.NEGATIVE_INFINITY;
        for (RatedPair pair : pairs) {
            double mos = mos(pair);
            worst = Math.min(worst, mos);
            best = Math.max(best, mos);
        }
        if (!(worst < best)) {
            throw new DatasetException("Expected pairs of different quality to learn from, but the label of all "
                    + pairs.size() + " is " + worst + ".");
        }
        return new LabelScale(worst, best);
    }

    /**
     * Labels as they are.
     *
     * @throws DatasetException if a pair has no label, or one that is not in 0..1
     */
    static LabelScale asTheyAre(List<RatedPair> pairs) {
        for (RatedPair pair : pairs) {
            if (!(mos(pair) >= 0 && mos(pair) <= 1)) {
                throw new DatasetException(
                        "Expected labels from 0 to 1, the score of an image with itself, but that of "
                                + pair.distorted() + " is " + mos(pair) + ". Map the opinions to that range.");
            }
        }
        return new LabelScale(0, 1);
    }

    private static double mos(RatedPair pair) {
        return pair.mos()
                .orElseThrow(() -> new DatasetException("Expected a label of every pair to learn from, but "
                        + pair.distorted() + " has none. Fill in its mos, or leave the pair out."));
    }

    /** The label of a pair, in 0..1 for those of the list. */
    float normalize(RatedPair pair) {
        return (float) ((mos(pair) - worst) / (best - worst));
    }

    /** How to map a score back. */
    String describe() {
        return "label = " + worst + " + " + (best - worst) + " * score";
    }
}
