/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.process;

import java.io.IOException;

/** Java's heap is too small for a message, which was skipped. */
public final class NoRoomException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long call;

    NoRoomException(int bytes, long call, OutOfMemoryError cause) {
        super("Java's heap has no room for a message of " + bytes + " bytes", cause);
        this.call = call;
    }

    /** That the message belongs to. */
    long call() {
        return call;
    }
}
