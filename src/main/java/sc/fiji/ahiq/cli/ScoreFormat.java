/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

/** Forms in which scores are printed. */
enum ScoreFormat {
    TABLE,
    CSV,
    JSON
}
