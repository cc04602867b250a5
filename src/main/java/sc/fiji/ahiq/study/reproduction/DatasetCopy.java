/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.study.dataset.Dataset;
import sc.fiji.ahiq.study.dataset.Datasets;

/**
 * A dataset of the user, as far as it is there.
 *
 * @param name of the dataset
 * @param pairs whose images are there; none without the dataset
 * @param remark for every figure that is computed of it
 * @param missing sentences about what is not there
 */
record DatasetCopy(String name, List<RatedPair> pairs, String remark, List<String> missing) {

    /** Reads labels and looks for images; whatever is not there is told in the result. */
    static DatasetCopy open(String name, ReproductionOptions options) {
        Path root = options.roots().getOrDefault(name, options.parent().orElse(null));
        if (root == null) {
            return absent(name, "the dataset " + name + ": give its folder by --root " + name + "=DIR.");
        }
        try {
            return of(name, Datasets.open(name, root));
        } catch (DatasetException e) {
            return absent(name, "the dataset " + name + ". " + e.getMessage());
        }
    }

    private static DatasetCopy absent(String name, String sentence) {
        return new DatasetCopy(name, List.of(), "no dataset", List.of(sentence));
    }

    private static DatasetCopy of(String name, Dataset dataset) {
        Map<Path, Boolean> there = new HashMap<>();
        List<RatedPair> pairs = dataset.pairs().stream()
                .filter(pair -> there.computeIfAbsent(pair.reference(), Files::isRegularFile)
                        && there.computeIfAbsent(pair.distorted(), Files::isRegularFile))
                .toList();
        int published = dataset.description().pairCount();
        Problems problems = new Problems();
        dataset.notes().forEach(problems::add);
        if (pairs.size() < dataset.pairs().size()) {
            problems.add(dataset.missingFiles().toString());
        }
        return new DatasetCopy(
                name,
                pairs,
                pairs.size() == published ? "" : pairs.size() + " of " + published + " pairs are there",
                problems.isEmpty() ? List.of() : List.of("parts of the dataset " + name + ". " + problems));
    }

    double[] opinions() {
        return pairs.stream().mapToDouble(pair -> pair.mos().orElse(Double.NaN)).toArray();
    }
}
