/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.ahiq.base.io.FileStem;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.base.io.OutputRule;
import sc.fiji.ahiq.image.file.MapFiles;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.results.MapNames;

/**
 * A folder for maps: for each pair two files by each metric that has weights, such as AHIQ, and one by each other
 * that has a map, named after the distorted image. A map that is larger than a TIFF file, 4 GB, is left out; a text
 * file in its place says so. Thread safe.
 *
 * @param <K> what tells pairs
 */
public final class MapFolder<K> {

    private static final String TIFF = ".tif";
    private static final String REASON = ".txt";

    private final MapPlace place;
    private final List<K> pairs;
    private final Function<K, String> names;

    private MapFolder(MapPlace place, List<K> pairs, Function<K, String> names) {
        this.place = place;
        this.pairs = pairs;
        this.names = names;
    }

    /**
     * Makes the folder if need be. Pairs whose maps would have the same names, in whatever case, get numbers in the
     * order of the list.
     *
     * @param distorted the distorted image of a pair
     * @throws sc.fiji.ahiq.base.error.UsageException if the folder cannot be made or is not writable
     */
    public static <K> MapFolder<K> create(Path folder, List<K> pairs, Function<K, Path> distorted) {
        return of(LocalMaps.make(folder), pairs, distorted);
    }

    /** The same somewhere else. */
    static <K> MapFolder<K> of(MapPlace place, List<K> pairs, Function<K, Path> distorted) {
        return new MapFolder<>(place, pairs, new MapNames<>(pairs, distorted)::of);
    }

    /**
     * A folder that another process made and that this one sees.
     *
     * @param names by {@link #name} of that
     */
    public static <K> MapFolder<K> of(Path folder, Map<K, String> names) {
        return of(new LocalMaps(folder), names);
    }

    /** The same somewhere else. */
    public static <K> MapFolder<K> of(MapPlace place, Map<K, String> names) {
        return new MapFolder<>(place, List.copyOf(names.keySet()), names::get);
    }

    /** As the user named it. */
    public Path folder() {
        return place.folder();
    }

    /** What the names of all maps of a pair begin with. */
    public String name(K pair) {
        return names.apply(pair);
    }

    /**
     * Looks whether the maps of all pairs may be written.
     *
     * @param metrics names of those that may have maps
     * @throws sc.fiji.ahiq.base.error.UsageException if a file is there that may not be replaced
     */
    public void require(OutputRule rule, List<String> metrics) {
        Set<String> images = pairs.stream().map(names).collect(Collectors.toSet());
        List<String> endings = metrics.stream()
                .flatMap(metric -> Stream.of("", "_score", "_weight").map(ending -> stem("", metric, ending)))
                .toList();
        place.files().stream()
                .filter(file -> endings.stream().anyMatch(ending -> isMap(file, ending, images)))
                .forEach(file -> place.require(file, rule));
    }

    private static boolean isMap(String name, String ending, Set<String> images) {
        String stem = FileStem.of(Path.of(name));
        return (name.endsWith(TIFF) || name.endsWith(REASON))
                && stem.endsWith(ending)
                && images.contains(stem.substring(0, stem.length() - ending.length()));
    }

    /**
     * Writes or replaces the maps of a pair.
     *
     * @throws sc.fiji.ahiq.base.error.ResultsException if a file cannot be written
     */
    public void write(K pair, PairScore scored) {
        String name = names.apply(pair);
        scored.results().forEach((metric, result) -> {
            boolean several = result.maps().size() > 1;
            for (QualityMap map : result.maps()) {
                write(stem(name, metric, several ? ending(map.kind()) : ""), map.pixels());
            }
        });
    }

    private void write(String stem, RandomAccessibleInterval<FloatType> map) {
        if (MapFiles.fits(map)) {
            place.write(stem + TIFF, file -> MapFiles.write(file, map));
        } else {
            place.write(stem + REASON, file -> OutputFile.writeText(file, "note", MapFiles.tooLarge(map) + "\n"));
        }
    }

    private static String stem(String image, String metric, String ending) {
        return image + "_" + metric.replace(':', '_') + ending;
    }

    private static String ending(QualityMap.Kind kind) {
        return kind == QualityMap.Kind.WEIGHT ? "_weight" : "_score";
    }

    /** Whether the maps of metrics with weights are there; not every other metric has maps. */
    public boolean has(K pair, List<RunInfo.Scorer> metrics) {
        String name = names.apply(pair);
        return metrics.stream()
                .filter(metric -> metric.description().hasWeights())
                .allMatch(metric -> Stream.of(QualityMap.Kind.values())
                        .allMatch(kind -> has(stem(name, metric.name(), ending(kind)))));
    }

    private boolean has(String stem) {
        return place.has(stem + TIFF) || place.has(stem + REASON);
    }
}
