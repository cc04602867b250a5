/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.error;

import java.util.function.UnaryOperator;

/**
 * Root of every failure that this program explains to its user. The message says what was expected, what was found and
 * what to do; faces print it as it is. Any other exception is a defect and keeps its stack trace.
 */
public abstract class AhiqException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private String message;

    AhiqException(String message) {
        super(message);
        this.message = message;
    }

    AhiqException(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** This one, with its message in other words. */
    public final AhiqException in(UnaryOperator<String> words) {
        message = words.apply(message);
        return this;
    }

    @Override
    public final String getMessage() {
        return message;
    }
}
