/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import java.awt.GraphicsEnvironment;
import java.util.Locale;
import sc.fiji.ahiq.base.error.CancelledException;

/** Tells in ImageJ's status bar how far a work is, and how long it will take; Escape stops it. */
final class StatusBar {

    private static final double NANOS_PER_SECOND = 1e9;

    private final long start = System.nanoTime();

    /** Forgets an Escape of earlier; without a display there is none but that by which a macro is being cancelled. */
    StatusBar() {
        if (!GraphicsEnvironment.isHeadless()) {
            IJ.resetEscape();
        }
    }

    /**
     * @param done 0 to 1
     * @throws CancelledException if Escape was pressed
     */
    void update(double done, String what) {
        if (IJ.escapePressed()) {
            throw new CancelledException();
        }
        double elapsed = (System.nanoTime() - start) / NANOS_PER_SECOND;
        String left = done == 0 ? "" : String.format(Locale.ROOT, ", %.0f s left", elapsed * (1 - done) / done);
        IJ.showProgress(done);
        IJ.showStatus("AHIQ: " + what + left + " (Esc stops)");
    }
}
