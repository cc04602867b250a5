/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import sc.fiji.ahiq.error.DatasetException;

/**
 * Pairs divided by their references, so that no part has seen the content of another. Immutable.
 *
 * @param training about 60 % of the references
 * @param validation about 20 %
 * @param test about 20 %
 */
public record ReferenceSplit(List<RatedPair> training, List<RatedPair> validation, List<RatedPair> test) {

    private static final double VALIDATION = 0.2;
    private static final double TEST = 0.2;

    public ReferenceSplit {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /**
     * Divides at random. The same names of references and the same seed give the same parts, in whatever order and folder they
     * are; pairs keep their order.
     *
     * @throws DatasetException if there are fewer than three references
     */
    public static ReferenceSplit of(List<RatedPair> pairs, long seed) {
        List<Path> references = new ArrayList<>(
                pairs.stream().map(RatedPair::reference).distinct().toList());
        references.sort(Comparator.comparing((Path file) -> file.getFileName().toString())
                .thenComparing(Comparator.naturalOrder()));
        if (references.size() < 3) {
            throw new DatasetException("Expected at least three references to divide pairs by, but found "
                    + references.size() + ". Add pairs of other references.");
        }
        Collections.shuffle(references, new Random(seed));
        int test = part(TEST, references.size());
        int validation = part(VALIDATION, references.size());
        return new ReferenceSplit(
                of(pairs, references.subList(test + validation, references.size())),
                of(pairs, references.subList(test, test + validation)),
                of(pairs, references.subList(0, test)));
    }

    private static int part(double fraction, int count) {
        return Math.max(1, (int) Math.round(fraction * count));
    }

    private static List<RatedPair> of(List<RatedPair> pairs, List<Path> references) {
        Set<Path> wanted = new HashSet<>(references);
        return pairs.stream().filter(pair -> wanted.contains(pair.reference())).toList();
    }
}
