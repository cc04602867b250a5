/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

/**
 * Normalised crops of a step, (image, channel, row, column).
 *
 * @param references number of references
 * @param referenceCrops one of each
 * @param distortedCrops images of one reference follow each other, equally many of each
 * @param labels of the distorted images
 * @param patchLabels of the patches of each of them, row by row
 */
record CropBatch(int references, float[] referenceCrops, float[] distortedCrops, float[] labels, float[] patchLabels) {}
