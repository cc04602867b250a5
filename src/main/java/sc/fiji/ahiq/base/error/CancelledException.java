/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.error;

/** The user asked to stop; results finished before that are kept. */
public final class CancelledException extends AhiqException {

    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("Cancelled.");
    }
}
