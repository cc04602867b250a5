/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

/** A command cancelled itself; the message is its reason. */
final class OperationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OperationFailedException(String reason) {
        super(reason);
    }
}
