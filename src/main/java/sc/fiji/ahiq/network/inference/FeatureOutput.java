/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

/**
 * A tensor that a network gave.
 *
 * @param values the last dimension fastest
 */
public record FeatureOutput(float[] values, long[] shape) {}
