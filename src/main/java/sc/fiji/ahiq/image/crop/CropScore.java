/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

/**
 * The score of one crop.
 *
 * @param left first column in the image
 * @param top first row
 * @param score higher is better
 */
public record CropScore(int left, int top, float score) {}
