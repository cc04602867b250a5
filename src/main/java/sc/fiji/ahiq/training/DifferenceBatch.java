/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

/**
 * What a step sees of pairs.
 *
 * @param differences (pair, cell, difference), not scaled; equally many cells of each pair
 * @param labels of the pairs, in 0..1
 */
record DifferenceBatch(float[] differences, float[] labels) {}
