/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Image files: {@link sc.fiji.ahiq.image.file.ImageFiles} reads them, lazily where they hold stacks, and gives the same
 * pixels as ImageJ for the same file; {@link sc.fiji.ahiq.image.file.MapFiles},
 * {@link sc.fiji.ahiq.image.file.GreyFiles} and {@link sc.fiji.ahiq.image.file.RgbFiles} write them.
 *
 * <p>May import {@code image}, {@code image.ij1}, {@code image.format}, {@code image.tiff}, {@code image.zarr},
 * {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.image.file;
