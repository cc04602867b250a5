/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.study.dataset.ReferenceSplit;

/** A CSV file that tells the part of each reference. */
final class SplitFile {

    private SplitFile() {}

    /** @throws sc.fiji.ahiq.base.error.ResultsException if it cannot be written */
    static void write(ReferenceSplit split, Path file) {
        StringBuilder text = new StringBuilder("reference,part,pairs\n");
        append(text, "training", split.training());
        append(text, "validation", split.validation());
        append(text, "test", split.test());
        OutputFile.writeText(file, "list of references", text.toString());
    }

    private static void append(StringBuilder text, String part, List<RatedPair> pairs) {
        Map<Path, Integer> counts = new LinkedHashMap<>();
        pairs.forEach(pair -> counts.merge(pair.reference(), 1, Integer::sum));
        counts.forEach((reference, count) ->
                text.append(CSVFormat.RFC4180.format(reference, part, count)).append('\n'));
    }
}
