/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import sc.fiji.ahiq.network.inference.Precision;

/**
 * What all rows of a run have in common. Where AHIQ is not among the metrics, there are no model, weights, device and
 * precision: they are null.
 *
 * @param model name
 * @param weightsSha256 of its weights, hexadecimal
 * @param device {@code cpu} or {@code gpuN}
 * @param precision of the network
 * @param version of this program
 * @param options of the run
 */
public record RunInfo(
        String model,
        String weightsSha256,
        String device,
        Precision precision,
        String version,
        ScoringOptions options) {

    /** A run without AHIQ. */
    public static RunInfo withoutModel(String version, ScoringOptions options) {
        return new RunInfo(null, null, null, null, version, options);
    }
}
