/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.process;

import java.io.IOException;

/** The helper process could not be started, or ended before it had answered; the message is part of a sentence. */
public final class HelperLostException extends IOException {

    private static final long serialVersionUID = 1L;

    HelperLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
