/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * Pairs divided by their references, so that no part has seen the content of another. Immutable.
 *
 * @param training pairs to learn from
 * @param validation pairs to choose by
 * @param test pairs that are left alone
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
     * Divides at random into the parts of the published training: about 60, 20 and 20 % of the references.
     *
     * @throws DatasetException if there are fewer than three references
     * @see #of(List, double, double, long)
     */
    public static ReferenceSplit of(List<RatedPair> pairs, long seed) {
        return of(pairs, VALIDATION, TEST, seed);
    }

    /**
     * Divides at random. The same names of references and the same seed give the same parts, in whatever order and
     * folder they are; pairs keep their order.
     *
     * @param validation fraction of the references, rounded, but at least one of them if it is above 0
     * @param test likewise
     * @throws DatasetException if no reference would be left for training
     */
    public static ReferenceSplit of(List<RatedPair> pairs, double validation, double test, long seed) {
        List<Path> references = new ArrayList<>(
                pairs.stream().map(ReferenceSplit::location).distinct().toList());
        references.sort(Comparator.comparing((Path file) -> file.getFileName().toString())
                .thenComparing(Comparator.naturalOrder()));
        int testCount = part(test, references.size());
        int validationEnd = testCount + part(validation, references.size());
        if (references.size() <= validationEnd) {
            throw new DatasetException("Expected at least " + (validationEnd + 1)
                    + " references to divide pairs by, but found " + references.size()
                    + ". Add pairs of other references.");
        }
        Collections.shuffle(references, new Random(seed));
        return new ReferenceSplit(
                of(pairs, references.subList(validationEnd, references.size())),
                of(pairs, references.subList(testCount, validationEnd)),
                of(pairs, references.subList(0, testCount)));
    }

    private static int part(double fraction, int count) {
        return fraction == 0 ? 0 : Math.max(1, (int) Math.round(fraction * count));
    }

    private static List<RatedPair> of(List<RatedPair> pairs, List<Path> references) {
        Set<Path> wanted = new HashSet<>(references);
        return pairs.stream().filter(pair -> wanted.contains(location(pair))).toList();
    }

    /** Of the reference; manifests in several folders spell one differently. */
    private static Path location(RatedPair pair) {
        return pair.reference().toAbsolutePath().normalize();
    }
}
