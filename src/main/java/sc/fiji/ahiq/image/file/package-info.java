/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Image files: {@link sc.fiji.ahiq.image.file.ImageFiles} reads them, lazily where they hold stacks, and {@code MapFiles},
 * {@code GreyFiles} and {@code RgbFiles} write them. Imports {@code image}, {@code image.ij1}, {@code base.io} and {@code base.error}.
 */
package sc.fiji.ahiq.image.file;
