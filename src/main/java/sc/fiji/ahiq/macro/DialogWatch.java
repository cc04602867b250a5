/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.macro;

import java.util.List;
import net.imagej.patcher.EssentialLegacyHooks;

/**
 * Notices dialogs that commands build without having got options; some commands catch the exception that this ends in, and go
 * on with defaults. The patched ImageJ asks here for options of other threads where a thread has none.
 */
final class DialogWatch extends EssentialLegacyHooks {

    private static final List<String> DIALOG_WITHOUT_OPTIONS =
            List.of("ij.Macro.getOptions", "net.imagej.patcher.HeadlessGenericDialog.<init>");

    private final Failures failures;

    DialogWatch(Failures failures) {
        this.failures = failures;
    }

    @Override
    public Iterable<Thread> getThreadAncestors() {
        if (Callers.ofThisMethod().equals(DIALOG_WITHOUT_OPTIONS)) {
            failures.addDialog();
        }
        return super.getThreadAncestors();
    }
}
