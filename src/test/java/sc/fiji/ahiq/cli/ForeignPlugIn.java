/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import ij.macro.Interpreter;

/** Does what other people's plugins do. */
public final class ForeignPlugIn {

    private ForeignPlugIn() {}

    /** Ends the macro without a word. */
    public static void abort() {
        Interpreter.abort();
    }
}
