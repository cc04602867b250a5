/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import sc.fiji.ahiq.inference.Precision;

/**
 * What all rows of a run have in common.
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
        ScoringOptions options) {}
