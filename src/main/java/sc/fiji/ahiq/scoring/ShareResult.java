/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * What was found in a part of the work on a pair.
 *
 * @param steps what the metric found in each step; none if there is an error
 * @param score of a metric that did all its work; otherwise, or if there is an error, null
 * @param error why the pair cannot be scored by that metric, or null
 */
public record ShareResult(PairShare share, ArrayList<Serializable> steps, Double score, String error)
        implements Serializable {

    /** Of steps. */
    static ShareResult of(PairShare share, ArrayList<Serializable> steps) {
        return new ShareResult(share, steps, null, null);
    }

    /** Of a part that could not be done. */
    public static ShareResult failed(PairShare share, String error) {
        return new ShareResult(share, new ArrayList<>(), null, error);
    }

    /** Of a metric that did all its work, alone. */
    public static ShareResult of(PairShare share, PairScore scored) {
        double[] score = scored.score(share.metric()).stream().toArray();
        return new ShareResult(
                share,
                new ArrayList<>(),
                score.length == 0 ? null : score[0],
                scored.errors().get(share.metric()));
    }

    /** The same with another error. */
    public ShareResult withError(String other) {
        return new ShareResult(share, steps, score, other);
    }
}
