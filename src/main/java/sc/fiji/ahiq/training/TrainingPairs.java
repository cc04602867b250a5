/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.study.dataset.ReferenceSplit;

/**
 * The pairs that a configuration names.
 *
 * @param all that it gives for training, those of a split included
 * @param split of them, and the validation's own
 * @param shown to train on, each as often as an epoch shows it
 */
record TrainingPairs(List<RatedPair> all, ReferenceSplit split, List<RatedPair> shown) {

    /** Reads labels, not images. */
    static TrainingPairs of(TrainingConfig config, Progress progress) {
        List<List<RatedPair>> byFiles =
                config.train().stream().map(files -> files.pairs(progress)).toList();
        List<RatedPair> all = byFiles.stream().flatMap(List::stream).toList();
        ReferenceSplit drawn =
                ReferenceSplit.of(all, config.validationFraction(), config.testFraction(), config.seed());
        ReferenceSplit split = config.validation()
                .map(files -> new ReferenceSplit(drawn.training(), files.pairs(progress), drawn.test()))
                .orElse(drawn);
        return new TrainingPairs(all, split, shown(config, byFiles, split));
    }

    private static List<RatedPair> shown(TrainingConfig config, List<List<RatedPair>> byFiles, ReferenceSplit split) {
        Set<RatedPair> trainedOn = new HashSet<>(split.training());
        List<RatedPair> shown = new ArrayList<>();
        for (int i = 0; i < byFiles.size(); i++) {
            List<RatedPair> some =
                    byFiles.get(i).stream().filter(trainedOn::contains).toList();
            int times = config.train().get(i).times();
            shown.addAll(Collections.nCopies(times, some).stream()
                    .flatMap(List::stream)
                    .toList());
        }
        return shown;
    }

    static List<LabelledPair> labelled(List<RatedPair> pairs, LabelScale scale) {
        return pairs.stream()
                .map(pair ->
                        new LabelledPair(pair.reference(), pair.distorted(), pair.distortion(), scale.normalize(pair)))
                .toList();
    }

    /** Hash of a text and of the pairs that are trained on and validated with their labels. */
    String hash(String text, LabelScale scale) {
        StringBuilder hashed = new StringBuilder(text);
        for (List<RatedPair> pairs : List.of(split.training(), split.validation())) {
            pairs.forEach(pair -> hashed.append(pair.reference().getFileName())
                    .append('\t')
                    .append(pair.distorted().getFileName())
                    .append('\t')
                    .append(scale.normalize(pair))
                    .append('\n'));
            hashed.append('\n');
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(hashed.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** For people: how many pairs of how many references of which files. */
    String learnedFrom(TrainingConfig config) {
        return split.training().stream().distinct().count() + " pairs of "
                + split.training().stream().map(RatedPair::reference).distinct().count() + " references of "
                + config.train().stream().map(PairFiles::toString).collect(Collectors.joining(" and "));
    }
}
