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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pairs that are trained on together, with one crop of their reference, have in common. */
enum Grouping {
    /** Their reference. */
    REFERENCE,
    /**
     * Also their type of distortion. A reference that is paired with itself joins each of its types, as the level below
     * all others.
     */
    DISTORTION;

    private record Key(Path reference, String distortion) {}

    static String pattern() {
        return Stream.of(values()).map(Grouping::toString).collect(Collectors.joining("|"));
    }

    /** All pairs that may be in one group, for every group there is. Pairs that join several are in each of them. */
    List<List<LabelledPair>> sets(List<LabelledPair> pairs) {
        Map<Key, List<LabelledPair>> sets = new LinkedHashMap<>();
        Map<Path, List<LabelledPair>> pristine = new LinkedHashMap<>();
        for (LabelledPair pair : pairs) {
            if (this == DISTORTION && pair.isPristine()) {
                pristine.computeIfAbsent(pair.reference(), reference -> new ArrayList<>())
                        .add(pair);
            } else {
                String distortion = this == DISTORTION ? pair.distortion() : "";
                sets.computeIfAbsent(new Key(pair.reference(), distortion), key -> new ArrayList<>())
                        .add(pair);
            }
        }
        sets.forEach((key, set) -> set.addAll(pristine.getOrDefault(key.reference(), List.of())));
        sets.keySet().forEach(key -> pristine.remove(key.reference()));
        return Stream.concat(sets.values().stream(), pristine.values().stream()).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
