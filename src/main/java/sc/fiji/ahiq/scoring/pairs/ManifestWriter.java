/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import sc.fiji.ahiq.base.io.OutputFile;

/** Writes lists of pairs that {@link Manifest} reads. */
public final class ManifestWriter {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private ManifestWriter() {}

    /**
     * Writes a manifest as a whole. Files below its folder are named relative to it, others by absolute paths; columns that no
     * pair has anything for are left out.
     *
     * @throws sc.fiji.ahiq.base.error.ResultsException if it cannot be written
     */
    public static void write(Path file, List<RatedPair> pairs) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        boolean rated = pairs.stream().anyMatch(pair -> pair.mos().isPresent());
        boolean spread = pairs.stream().anyMatch(pair -> pair.mosDeviation().isPresent());
        StringBuilder text = new StringBuilder("reference,distorted");
        text.append(rated ? ",mos" : "").append(spread ? ",std" : "").append(",distortion,level\r\n");
        for (RatedPair pair : pairs) {
            text.append(FORMAT.format(name(folder, pair.reference()), name(folder, pair.distorted())));
            text.append(rated ? "," + number(pair.mos()) : "").append(spread ? "," + number(pair.mosDeviation()) : "");
            Object level = pair.level().isPresent() ? pair.level().getAsInt() : "";
            text.append(',').append(FORMAT.format(pair.distortion(), level)).append("\r\n");
        }
        OutputFile.writeText(file, "list of images", text.toString());
    }

    private static String name(Path folder, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(folder) ? folder.relativize(absolute) : absolute).toString();
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
    }
}
