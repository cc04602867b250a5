/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.DataTable;

/** Writes lists of pairs that {@link Manifest} reads. */
public final class ManifestWriter {

    private ManifestWriter() {}

    /**
     * Writes a manifest as a whole. Files below its folder are named relative to it, others by absolute paths; columns
     * of opinions that no pair has are left out.
     *
     * @throws sc.fiji.ahiq.base.error.ResultsException if it cannot be written
     */
    public static void write(Path file, List<RatedPair> pairs) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Map<String, Function<RatedPair, Object>> cells = new LinkedHashMap<>();
        cells.put(Columns.REFERENCE, pair -> name(folder, pair.reference()));
        cells.put(Columns.DISTORTED, pair -> name(folder, pair.distorted()));
        if (pairs.stream().anyMatch(pair -> pair.mos().isPresent())) {
            cells.put(Columns.MOS, pair -> pair.mos().orElse(Double.NaN));
        }
        if (pairs.stream().anyMatch(pair -> pair.mosDeviation().isPresent())) {
            cells.put(Columns.MOS_DEVIATION, pair -> pair.mosDeviation().orElse(Double.NaN));
        }
        cells.put(Columns.DISTORTION, RatedPair::distortion);
        cells.put(Columns.LEVEL, pair -> pair.level().isPresent() ? pair.level().getAsInt() : "");
        List<List<Object>> rows = pairs.stream()
                .map(pair ->
                        cells.values().stream().map(cell -> cell.apply(pair)).toList())
                .toList();
        OutputFile.writeText(file, "list of images", new DataTable(List.copyOf(cells.keySet()), rows).csv());
    }

    private static String name(Path folder, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(folder) ? folder.relativize(absolute) : absolute).toString();
    }
}
