/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/** A list of pairs in the order of the results file: pairs of one reference follow each other. Immutable. */
final class BatchPlan {

    private static final int DIGEST_DIGITS = 12;

    private final List<PlannedPair> entries;
    private final String digest;
    private final List<String> duplicates;

    private BatchPlan(List<PlannedPair> entries) {
        this.entries = List.copyOf(entries);
        this.digest = digest(entries);
        this.duplicates = duplicates(entries);
    }

    /** @throws UsageException if there are no pairs, or a name has a line break */
    static BatchPlan of(List<RatedPair> pairs) {
        if (pairs.isEmpty()) {
            throw new UsageException("Expected pairs to score, but the list is empty.");
        }
        Map<Path, List<RatedPair>> groups = new LinkedHashMap<>();
        for (RatedPair pair : pairs) {
            requireOneLine("file names", pair.reference().toString());
            requireOneLine("file names", pair.distorted().toString());
            requireOneLine("names of distortions", pair.distortion());
            groups.computeIfAbsent(PlannedPair.location(pair.reference()), reference -> new ArrayList<>())
                    .add(pair);
        }
        List<PlannedPair> entries = new ArrayList<>(pairs.size());
        groups.values().forEach(group -> group.forEach(pair -> entries.add(new PlannedPair(entries.size() + 1, pair))));
        return new BatchPlan(entries);
    }

    private static void requireOneLine(String what, String name) {
        if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
            throw new UsageException("Expected " + what
                    + " without line breaks, for a row of results is a line, but found '" + name + "'. Rename it.");
        }
    }

    private static String digest(List<PlannedPair> entries) {
        Stream<String> texts = entries.stream().map(PlannedPair::pair).flatMap(BatchPlan::texts);
        return Sha256.ofTexts(texts::iterator).substring(0, DIGEST_DIGITS);
    }

    private static Stream<String> texts(RatedPair pair) {
        return Stream.of(
                pair.reference().toString(),
                pair.distorted().toString(),
                pair.mos().toString(),
                pair.mosDeviation().toString(),
                pair.distortion(),
                pair.level().toString());
    }

    private static List<String> duplicates(List<PlannedPair> entries) {
        List<String> duplicates = new ArrayList<>();
        Map<Path, Integer> first = new HashMap<>();
        Path reference = null;
        for (PlannedPair entry : entries) {
            if (!entry.reference().equals(reference)) {
                first.clear();
                reference = entry.reference();
            }
            Integer earlier = first.putIfAbsent(entry.distorted(), entry.number());
            if (earlier != null) {
                duplicates.add("pair " + entry.number() + " repeats pair " + earlier);
            }
        }
        return duplicates;
    }

    List<PlannedPair> entries(Shard shard) {
        return entries.subList(shard.from(entries.size()), shard.to(entries.size()));
    }

    List<PlannedPair> entries() {
        return entries;
    }

    int size() {
        return entries.size();
    }

    /** Tells lists from each other. */
    String digest() {
        return digest;
    }

    /** Pairs of the same two files, in words. */
    List<String> duplicates() {
        return duplicates;
    }
}
