/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which image was found to belong to which reference, and which to none or several. */
final class PairMatches {

    private final List<Path> references;
    private final Set<Path> used = new HashSet<>();
    private final List<RatedPair> pairs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    PairMatches(List<Path> references) {
        this.references = references;
    }

    /**
     * @param candidates references that the distorted image may belong to
     * @param rivals distorted images, this one among them, of which only one can belong to them
     */
    void add(Path distorted, List<Path> candidates, List<Path> rivals) {
        used.addAll(candidates);
        if (candidates.isEmpty()) {
            notes.add("distorted image " + distorted.getFileName() + " has no reference");
        } else if (candidates.size() > 1) {
            notes.add("distorted image " + distorted.getFileName() + " fits several references: " + names(candidates));
        } else if (rivals.size() > 1) {
            notes.add("distorted image " + distorted.getFileName() + " is one of several of its reference: "
                    + names(rivals));
        } else {
            pairs.add(RatedPair.unrated(candidates.get(0), distorted));
        }
    }

    PairList list() {
        pairs.sort(Comparator.comparing(
                        (RatedPair pair) -> pair.reference().getFileName().toString())
                .thenComparing(pair -> pair.distorted().getFileName().toString()));
        for (Path reference : references) {
            if (!used.contains(reference)) {
                notes.add("reference " + reference.getFileName() + " has no distorted image");
            }
        }
        return new PairList(pairs, notes);
    }

    private static String names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
    }
}
