/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.nio.file.Path;
import sc.fiji.ahiq.scoring.pairs.PairList;

/** Reads the labels of a dataset. */
interface DatasetReader {

    /**
     * The labelled pairs of a folder laid out as published.
     *
     * @throws sc.fiji.ahiq.base.error.DatasetException if labels are missing or malformed
     */
    PairList read(Path root);
}
