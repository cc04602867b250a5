/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Files. What a user gets is written by {@link sc.fiji.ahiq.base.io.OutputFile}, with all its bytes or not at all, on
 * {@link sc.fiji.ahiq.base.io.AtomicFile}; {@link sc.fiji.ahiq.base.io.Folder} makes folders,
 * {@link sc.fiji.ahiq.base.io.FileStem} tells files apart by name, {@link sc.fiji.ahiq.base.io.Sha256} by content, and
 * {@link sc.fiji.ahiq.base.io.IoReason} puts an {@link java.io.IOException} into words.
 *
 * <p>May import {@code base.error}.
 */
package sc.fiji.ahiq.base.io;
