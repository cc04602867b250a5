/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

/** Where in its file a row is, with its line break. */
record Place(long offset, int length) {

    long end() {
        return offset + length;
    }
}
