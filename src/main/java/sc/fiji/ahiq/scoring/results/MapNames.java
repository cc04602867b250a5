/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import sc.fiji.ahiq.base.io.FileStem;

/**
 * Which maps belong to which pair of a list: they are named after the distorted image, with numbers in the order of the
 * list where names would be the same, in whatever case. Immutable.
 *
 * @param <K> what tells pairs
 */
public final class MapNames<K> {

    /** What follows the name in that of the map of patch weights of AHIQ. */
    public static final String WEIGHT = "_ahiq_weight.tif";

    private final Map<K, String> names = new HashMap<>();

    /** @param distorted the distorted image of a pair */
    public MapNames(List<K> pairs, Function<K, Path> distorted) {
        Set<String> taken = new HashSet<>();
        for (K pair : pairs) {
            names.computeIfAbsent(pair, next -> FileStem.unique(distorted.apply(next), taken));
        }
    }

    /** What the names of all maps of a pair begin with. */
    public String of(K pair) {
        return names.get(pair);
    }
}
