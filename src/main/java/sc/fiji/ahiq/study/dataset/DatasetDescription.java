/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * What is published of a dataset.
 *
 * @param name how options call it, such as {@code kadid10k}
 * @param title how papers call it, such as {@code KADID-10k}
 * @param unit of {@link RatedPair#mos}, always higher is better, such as {@code MOS, 0 to 9}
 * @param citation authors, title, where and when
 * @param pairCount of the complete set; 0 if any number will do
 * @param referenceCount of the complete set
 */
public record DatasetDescription(
        String name, String title, String unit, String citation, int pairCount, int referenceCount) {}
