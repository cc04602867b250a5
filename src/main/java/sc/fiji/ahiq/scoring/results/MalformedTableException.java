/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.io.IOException;

/** A file is no table; the message says where and why. */
public final class MalformedTableException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedTableException(int line, String problem, Throwable cause) {
        super("line " + line + " is no row: " + problem, cause);
    }
}
