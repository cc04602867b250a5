/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Scores and maps to look at: {@link sc.fiji.ahiq.picture.MapImages} and {@link sc.fiji.ahiq.picture.WeightOverlay} for
 * ImageJ, {@link sc.fiji.ahiq.picture.ScorePicture} and {@link sc.fiji.ahiq.picture.Thumbnail} as pixels. Opens no
 * windows.
 *
 * <p>May import {@code scoring}, {@code metric}, {@code image}, {@code image.crop} and {@code base.error}.
 */
package sc.fiji.ahiq.picture;
