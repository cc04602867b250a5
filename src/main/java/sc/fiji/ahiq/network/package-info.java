/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * AHIQ as a metric: {@link sc.fiji.ahiq.network.AhiqMetric} compares images by a model of
 * {@link sc.fiji.ahiq.network.OpenModels}.
 *
 * <p>May import {@code network.learned}, {@code network.inference}, {@code network.model}, {@code metric},
 * {@code image}, {@code image.crop}, {@code base} and {@code base.error}.
 */
package sc.fiji.ahiq.network;
