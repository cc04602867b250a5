/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import sc.fiji.ahiq.scoring.ScoringOptions;

/**
 * Where datasets and models are, and how models score.
 *
 * @param parent folder that holds datasets
 * @param roots folders of datasets, by name, which go before {@code parent}
 * @param models folders of the models of a row, by its name, or for one dataset by {@code ROW-DATASET}; of several the
 *     scores
 *        are averaged, as in the ensemble AHIQ-C
 * @param methods names of the rows to compute; empty for all
 * @param scoring of models; metrics score whole images
 * @param splitSeed of the one split to test models on, where a table has splits; empty for the median of ten
 * @param extraData what a submission says about data besides the challenge's
 * @param output folder of results, which exists
 */
public record ReproductionOptions(
        Optional<Path> parent,
        Map<String, Path> roots,
        Map<String, List<Path>> models,
        Set<String> methods,
        ScoringOptions scoring,
        OptionalLong splitSeed,
        boolean extraData,
        Path output) {}
