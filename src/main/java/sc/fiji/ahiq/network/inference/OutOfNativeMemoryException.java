/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

/** The engine could not allocate what a batch needs; a smaller batch may fit. */
public final class OutOfNativeMemoryException extends Exception {

    private static final long serialVersionUID = 1L;

    OutOfNativeMemoryException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
