/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.scoring.results.DataTable;
import sc.fiji.ahiq.study.dataset.ReferenceSplit;

/** A CSV file that tells the part of each reference. */
final class SplitFile {

    private SplitFile() {}

    /** @throws sc.fiji.ahiq.base.error.ResultsException if it cannot be written */
    static void write(ReferenceSplit split, Path file) {
        List<List<Object>> rows = new ArrayList<>();
        add(rows, "training", split.training());
        add(rows, "validation", split.validation());
        add(rows, "test", split.test());
        new DataTable(List.of("reference", "part", "pairs"), rows).writeCsv(file);
    }

    private static void add(List<List<Object>> rows, String part, List<RatedPair> pairs) {
        Map<Path, Integer> counts = new LinkedHashMap<>();
        pairs.forEach(pair -> counts.merge(pair.reference(), 1, Integer::sum));
        counts.forEach((reference, count) -> rows.add(List.of(reference, part, count)));
    }
}
