/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Lists of pairs of image files: a {@link sc.fiji.ahiq.scoring.pairs.Manifest}, or folders whose files are paired by
 * name ({@link sc.fiji.ahiq.scoring.pairs.FolderPairs}).
 *
 * <p>May import {@code scoring.results}, {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.scoring.pairs;
