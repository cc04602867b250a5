/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import java.util.List;

/**
 * Pairs in a reproducible order, and what was left out on the way to them. Immutable.
 *
 * @param pairs each of them once
 * @param notes sentences for the user about files and rows that are in no pair; empty if there are none
 */
public record PairList(List<RatedPair> pairs, List<String> notes) {

    public PairList {
        pairs = List.copyOf(pairs);
        notes = List.copyOf(notes);
    }
}
