/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Patch maps as ImageJ images, overlays and pictures: {@link sc.fiji.ahiq.ij1.map.MapImages},
 * {@link sc.fiji.ahiq.ij1.map.WeightOverlay} and {@link sc.fiji.ahiq.ij1.map.ScorePicture}. Opens no windows. Imports
 * {@code scoring}, {@code image.crop}, {@code image} and {@code ij}.
 */
package sc.fiji.ahiq.picture;
