/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.util.List;
import java.util.Map;

/**
 * What is evaluated.
 *
 * @param pairs in the order of the results file
 * @param excluded numbers of rows that are not, by reason, such as {@code with an error}
 */
record RatedScores(List<EvaluatedPair> pairs, Map<String, Integer> excluded) {

    double[] mos() {
        return pairs.stream().mapToDouble(EvaluatedPair::mos).toArray();
    }

    double[] scores(int metric) {
        return pairs.stream().mapToDouble(pair -> pair.scores()[metric]).toArray();
    }
}
