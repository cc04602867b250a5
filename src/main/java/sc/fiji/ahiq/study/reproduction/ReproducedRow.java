/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.util.Optional;

/**
 * A method on a dataset.
 *
 * @param method as published
 * @param dataset name
 * @param published figures
 * @param computed empty if it could not be computed
 * @param failures pairs that got no score
 * @param remark why not, or what to know of the computed figures; may be empty
 */
record ReproducedRow(
        String method,
        String dataset,
        PublishedRow.Figures published,
        Optional<ComputedFigures> computed,
        int failures,
        String remark) {}
