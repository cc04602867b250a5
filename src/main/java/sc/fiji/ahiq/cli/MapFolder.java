/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sc.fiji.ahiq.error.UsageException;
import sc.fiji.ahiq.file.IoReason;
import sc.fiji.ahiq.image.ij1.MapFiles;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.ScoredPair;

/** The folder of {@code --maps}: for each distorted image two files by AHIQ and one by each other metric that has a map, named after it. */
final class MapFolder {

    private final Path folder;
    private final Map<Path, String> names;

    private MapFolder(Path folder, Map<Path, String> names) {
        this.folder = folder;
        this.names = names;
    }

    /** Makes the folder if need be; images whose maps would have the same names, in whatever case, get numbers. */
    static MapFolder create(Path folder, List<Path> images) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot make the folder " + folder + " for maps: " + IoReason.of(e)
                            + ". Choose another one by --maps.",
                    e);
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException(
                    "The folder " + folder + " for maps is not writable. Choose another one by --maps.");
        }
        Map<Path, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Path image : images) {
            if (!names.containsKey(image)) {
                names.put(image, uniqueName(image, taken));
            }
        }
        return new MapFolder(folder, names);
    }

    private static String uniqueName(Path image, Set<String> taken) {
        String stem = String.valueOf(image.getFileName()).replaceFirst("\\.[^.]+$", "");
        String name = stem;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = stem + "-" + number;
        }
        return name;
    }

    void write(Path image, ScoredPair pair) {
        String name = names.get(image);
        pair.ahiq().map(PairScore::maps).ifPresent(maps -> {
            write(name + "_ahiq_score.tif", maps.scoreMap(), maps.width(), maps.height());
            write(name + "_ahiq_weight.tif", maps.weightMap(), maps.width(), maps.height());
        });
        pair.maps()
                .forEach((metric, map) -> write(name + "_" + metric + ".tif", map.values(), map.width(), map.height()));
    }

    private void write(String fileName, float[] pixels, int width, int height) {
        MapFiles.write(folder.resolve(fileName), fileName, pixels, width, height);
    }
}
