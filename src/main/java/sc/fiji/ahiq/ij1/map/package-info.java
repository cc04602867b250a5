/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Patch maps as ImageJ images and overlays: {@link sc.fiji.ahiq.ij1.map.MapImages} and
 * {@link sc.fiji.ahiq.ij1.map.WeightOverlay}. Opens no windows. Imports {@code scoring}, {@code crop}, {@code image} and
 * {@code ij}.
 */
package sc.fiji.ahiq.ij1.map;
