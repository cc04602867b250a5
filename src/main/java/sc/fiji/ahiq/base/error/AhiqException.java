/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.error;

/**
 * Root of every failure that this program explains to its user. The message says what was expected, what was found and
 * what to do; faces print it as it is. Any other exception is a defect and keeps its stack trace.
 */
public abstract class AhiqException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AhiqException(String message) {
        super(message);
    }

    AhiqException(String message, Throwable cause) {
        super(message, cause);
    }
}
