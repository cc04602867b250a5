/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.macro;

import java.util.List;
import net.imagej.patcher.EssentialLegacyHooks;

/**
 * What the patched ImageJ tells: dialogs that commands build without having got options, as some commands catch the
 * exception that this ends in, and go on with defaults; and commands that abort a macro, which ends as if it had come
 * to its end.
 */
final class MacroHooks extends EssentialLegacyHooks {

    /** Here ImageJ asks for options of other threads where a thread has none. */
    private static final List<String> DIALOG_WITHOUT_OPTIONS =
            List.of("ij.Macro.getOptions", "net.imagej.patcher.HeadlessGenericDialog.<init>");

    private static final List<String> ABORT = List.of("ij.IJ.showStatus", "ij.macro.Interpreter.abortMacro");

    private final Runnable onDialog;
    private final Runnable onAbort;

    MacroHooks(Runnable onDialog, Runnable onAbort) {
        this.onDialog = onDialog;
        this.onAbort = onAbort;
    }

    @Override
    public Iterable<Thread> getThreadAncestors() {
        if (Callers.ofThisMethod().equals(DIALOG_WITHOUT_OPTIONS)) {
            onDialog.run();
        }
        return super.getThreadAncestors();
    }

    @Override
    public void showStatus(String status) {
        if (Callers.ofThisMethod().equals(ABORT)) {
            onAbort.run();
        }
        super.showStatus(status);
    }
}
