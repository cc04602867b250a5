/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.error;

/** Results that were found could not be written; those written before are kept. */
public final class ResultsException extends AhiqException {

    private static final long serialVersionUID = 1L;

    public ResultsException(String message, Throwable cause) {
        super(message, cause);
    }
}
