/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Models as metrics, by their names: {@link sc.fiji.ahiq.network.OpenModels} opens the model of a name once for all
 * who use it, and {@link sc.fiji.ahiq.network.EnsembleMetric} compares by several.
 *
 * <p>May import {@code network.learned}, {@code network.inference}, {@code network.model}, {@code metric},
 * {@code image}, {@code image.crop}, {@code base} and {@code base.error}.
 */
package sc.fiji.ahiq.network;
