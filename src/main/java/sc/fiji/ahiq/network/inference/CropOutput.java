/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.io.Serializable;

/**
 * What the network says of one crop pair.
 *
 * @param score sum(f * w) / sum(w) over the patches; higher is better
 * @param patchScores f of each patch, row-major, grid * grid values, unbounded
 * @param patchWeights w of each patch, in (0, 1)
 */
record CropOutput(float score, float[] patchScores, float[] patchWeights) implements Serializable {}
