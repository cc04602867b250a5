/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import net.imagej.patcher.LegacyInjector;

/** Runs macro files without a display, as Fiji does; the exit code is 3 if any was aborted. */
final class MacroProcess {

    static final int ABORTED = 3;

    private MacroProcess() {}

    public static void main(String[] files) {
        LegacyInjector.preinit(); // before any class of ImageJ is loaded
        System.exit(Patched.run(files));
    }

    private static final class Patched {

        private static int run(String... files) {
            int exitCode = 0;
            for (String file : files) {
                String returned = IJ.runMacroFile(file, "");
                boolean aborted = AhiqPlugIn.takeFailure().isPresent() || "[aborted]".equals(returned);
                System.out.println(aborted ? "=== aborted" : "=== finished");
                exitCode = aborted ? ABORTED : exitCode;
            }
            return exitCode;
        }
    }
}
