/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the work on a pair: steps of a metric, or all that a metric does, which then has no steps.
 *
 * @param from first step
 * @param to the step behind the last one
 */
public record PairShare(String metric, int from, int to) implements Serializable {

    static PairShare whole(String metric) {
        return new PairShare(metric, 0, 0);
    }

    /** Shares of steps, about equal, as many as {@code pieces} or fewer. */
    static List<PairShare> of(String metric, int steps, int atOnce, int pieces) {
        int calls = (steps + atOnce - 1) / atOnce;
        int shares = Math.min(calls, pieces);
        List<PairShare> all = new ArrayList<>(shares);
        for (int i = 0; i < shares; i++) {
            all.add(new PairShare(
                    metric, start(i, shares, calls) * atOnce, Math.min(steps, start(i + 1, shares, calls) * atOnce)));
        }
        return all;
    }

    private static int start(int share, int shares, int calls) {
        return Math.toIntExact((long) calls * share / shares);
    }

    /** Whether it is all that the metric does. */
    public boolean isWhole() {
        return to == 0;
    }
}
