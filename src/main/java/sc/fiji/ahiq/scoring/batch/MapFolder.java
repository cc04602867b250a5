/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.image.file.MapFiles;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.results.MapNames;

/**
 * A folder for maps: for each pair two files by each metric that has weights, such as AHIQ, and one by each other that
 * has a map, named after the distorted image.
 * Thread safe.
 *
 * @param <K> what tells pairs
 */
public final class MapFolder<K> {

    private final Path folder;
    private final MapNames<K> names;

    private MapFolder(Path folder, MapNames<K> names) {
        this.folder = folder;
        this.names = names;
    }

    /**
     * Makes the folder if need be. Pairs whose maps would have the same names, in whatever case, get numbers in the
     * order of the list.
     *
     * @param distorted the distorted image of a pair
     * @throws UsageException if the folder cannot be made or is not writable
     */
    public static <K> MapFolder<K> create(Path folder, List<K> pairs, Function<K, Path> distorted) {
        if (!Files.isWritable(Folder.make(folder))) {
            throw new UsageException("The folder " + folder + " for maps is not writable. Name another one.");
        }
        return new MapFolder<>(folder, new MapNames<>(pairs, distorted));
    }

    /**
     * Writes or replaces the maps of a pair.
     *
     * @throws sc.fiji.ahiq.base.error.ResultsException if a file cannot be written
     */
    public void write(K pair, PairScore scored) {
        String name = names.of(pair);
        scored.results().forEach((metric, result) -> {
            boolean several = result.maps().size() > 1;
            for (QualityMap map : result.maps()) {
                String fileName = fileName(name, metric, several ? ending(map.kind()) : ".tif");
                MapFiles.write(folder.resolve(fileName), fileName, map.values(), map.width(), map.height());
            }
        });
    }

    private static String fileName(String image, String metric, String ending) {
        return image + "_" + metric.replace(':', '_') + ending;
    }

    private static String ending(QualityMap.Kind kind) {
        return kind == QualityMap.Kind.WEIGHT ? "_weight.tif" : "_score.tif";
    }

    /** Whether the maps of metrics with weights are there; not every other metric has maps. */
    boolean has(K pair, List<RunInfo.Scorer> metrics) {
        String name = names.of(pair);
        return metrics.stream()
                .filter(metric -> metric.description().hasWeights())
                .allMatch(metric -> Stream.of(QualityMap.Kind.values())
                        .allMatch(kind -> Files.exists(folder.resolve(fileName(name, metric.name(), ending(kind))))));
    }
}
