/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.LoadedTable;
import sc.fiji.ahiq.scoring.results.Row;

/** The scores of one metric in a table of results. */
final class ScoreColumn {

    private final Map<List<String>, Double> scores = new HashMap<>();
    private String device = "";

    /** @throws sc.fiji.ahiq.base.error.UsageException if the file cannot be read */
    ScoreColumn(Path results, String column) {
        LoadedTable table = LoadedTable.read(results);
        for (Row row : table.rows()) {
            if (!row.text(column).isEmpty()) {
                List<String> files = List.of(row.text(Columns.REFERENCE), row.text(Columns.DISTORTED));
                scores.put(files, table.number(row, column));
                device = row.text(Columns.DEVICE);
            }
        }
    }

    /** The device of the network, such as {@code cpu}; empty if there was none. */
    String device() {
        return device;
    }

    /** NaN for pairs that could not be scored. */
    double[] of(List<RatedPair> pairs) {
        return pairs.stream()
                .mapToDouble(pair -> scores.getOrDefault(
                        List.of(pair.reference().toString(), pair.distorted().toString()), Double.NaN))
                .toArray();
    }
}
