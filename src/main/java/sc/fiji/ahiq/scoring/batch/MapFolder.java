/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.image.file.MapFiles;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.ScoredPair;

/**
 * A folder for maps: for each pair two files by AHIQ and one by each other metric that has a map, named after the distorted image.
 * Thread safe.
 *
 * @param <K> what tells pairs
 */
public final class MapFolder<K> {

    private static final String SCORE = "_ahiq_score.tif";
    private static final String WEIGHT = "_ahiq_weight.tif";

    private final Path folder;
    private final Map<K, String> names;

    private MapFolder(Path folder, Map<K, String> names) {
        this.folder = folder;
        this.names = names;
    }

    /**
     * Makes the folder if need be. Pairs whose maps would have the same names, in whatever case, get numbers in the order of the
     * list.
     *
     * @param distorted the distorted image of a pair
     * @throws UsageException if the folder cannot be made or is not writable
     */
    public static <K> MapFolder<K> create(Path folder, List<K> pairs, Function<K, Path> distorted) {
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
        Map<K, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (K pair : pairs) {
            if (!names.containsKey(pair)) {
                names.put(pair, uniqueName(distorted.apply(pair), taken));
            }
        }
        return new MapFolder<>(folder, names);
    }

    private static String uniqueName(Path image, Set<String> taken) {
        String stem = String.valueOf(image.getFileName()).replaceFirst("\\.[^.]+$", "");
        String name = stem;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = stem + "-" + number;
        }
        return name;
    }

    /**
     * Writes or replaces the maps of a pair.
     *
     * @throws sc.fiji.ahiq.base.error.ImageException if a file cannot be written
     */
    public void write(K pair, ScoredPair scored) {
        String name = names.get(pair);
        scored.ahiq().map(PairScore::maps).ifPresent(maps -> {
            write(name + SCORE, maps.scoreMap(), maps.width(), maps.height());
            write(name + WEIGHT, maps.weightMap(), maps.width(), maps.height());
        });
        scored.maps()
                .forEach((metric, map) -> write(name + "_" + metric + ".tif", map.values(), map.width(), map.height()));
    }

    private void write(String fileName, float[] pixels, int width, int height) {
        MapFiles.write(folder.resolve(fileName), fileName, pixels, width, height);
    }

    /** Whether the maps by AHIQ are there, if it is among the metrics; not every other metric has maps. */
    boolean has(K pair, MetricSelection metrics) {
        String name = names.get(pair);
        return !metrics.includesAhiq()
                || Files.exists(folder.resolve(name + SCORE)) && Files.exists(folder.resolve(name + WEIGHT));
    }
}
