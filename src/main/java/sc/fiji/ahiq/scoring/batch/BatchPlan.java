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
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/** A list of pairs in the order of the results file: pairs of one reference follow each other. Immutable. */
final class BatchPlan {

    private static final int DIGEST_DIGITS = 12;

    private final List<Entry> entries;
    private final String digest;
    private final List<String> duplicates;

    /**
     * A row to be.
     *
     * @param number from 1
     */
    record Entry(int number, RatedPair pair) {

        Path reference() {
            return location(pair.reference());
        }

        Path distorted() {
            return location(pair.distorted());
        }
    }

    private BatchPlan(List<Entry> entries) {
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
            groups.computeIfAbsent(location(pair.reference()), reference -> new ArrayList<>())
                    .add(pair);
        }
        List<Entry> entries = new ArrayList<>(pairs.size());
        groups.values().forEach(group -> group.forEach(pair -> entries.add(new Entry(entries.size() + 1, pair))));
        return new BatchPlan(entries);
    }

    private static void requireOneLine(String what, String name) {
        if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
            throw new UsageException("Expected " + what
                    + " without line breaks, for a row of results is a line, but found '" + name + "'. Rename it.");
        }
    }

    private static Path location(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static String digest(List<Entry> entries) {
        List<String> texts = new ArrayList<>();
        for (Entry entry : entries) {
            RatedPair pair = entry.pair();
            texts.add(pair.reference().toString());
            texts.add(pair.distorted().toString());
            texts.add(pair.mos().toString());
            texts.add(pair.mosDeviation().toString());
            texts.add(pair.distortion());
            texts.add(pair.level().toString());
        }
        return Sha256.ofTexts(texts).substring(0, DIGEST_DIGITS);
    }

    private static List<String> duplicates(List<Entry> entries) {
        List<String> duplicates = new ArrayList<>();
        Map<List<Path>, Integer> first = new HashMap<>();
        for (Entry entry : entries) {
            Integer earlier = first.putIfAbsent(List.of(entry.reference(), entry.distorted()), entry.number());
            if (earlier != null) {
                duplicates.add("pair " + entry.number() + " repeats pair " + earlier);
            }
        }
        return duplicates;
    }

    List<Entry> entries(Shard shard) {
        return entries.subList(shard.from(entries.size()), shard.to(entries.size()));
    }

    List<Entry> entries() {
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
