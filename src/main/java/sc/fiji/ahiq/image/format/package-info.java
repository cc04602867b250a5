/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * What the readers of all image formats share: how a file that cannot be read is told
 * ({@link sc.fiji.ahiq.image.format.FileProblem}), how large one may be ({@link sc.fiji.ahiq.image.format.PixelLimit})
 * what transparent pixels look like ({@link sc.fiji.ahiq.image.format.Opacity}), and planes of which blocks are read
 * when they are needed ({@link sc.fiji.ahiq.image.format.BlockImages}).
 *
 * <p>May import {@code image} and {@code base.error}.
 */
package sc.fiji.ahiq.image.format;
