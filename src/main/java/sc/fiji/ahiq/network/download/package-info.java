/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Downloads files over HTTPS, resumably and checked: {@link sc.fiji.ahiq.network.download.Downloader}. Knows nothing of
 * what the files are.
 *
 * <p>May import {@code base}, {@code base.error} and {@code base.io}.
 */
package sc.fiji.ahiq.network.download;
