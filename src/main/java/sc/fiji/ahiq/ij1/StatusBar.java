/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import java.awt.GraphicsEnvironment;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.command.ProgressLine;

/** Tells in ImageJ's status bar how far a work is, and how long it will take; Escape stops it. */
final class StatusBar extends ProgressLine {

    /** Forgets an Escape of earlier; without a display there is none but that by which a macro is being cancelled. */
    StatusBar() {
        if (!GraphicsEnvironment.isHeadless()) {
            IJ.resetEscape();
        }
    }

    @Override
    protected void stopIfWanted() {
        if (IJ.escapePressed()) {
            throw new CancelledException();
        }
    }

    @Override
    protected void show(double fraction, String text) {
        if (!Double.isNaN(fraction)) {
            IJ.showProgress(fraction);
        }
        IJ.showStatus("AHIQ: " + text + " (Esc stops)");
    }

    @Override
    public void detail(String sentence) {
        if (IJ.debugMode) {
            IJ.log(sentence);
        }
    }

    @Override
    public void note(String sentence) {
        IJ.log(sentence);
    }
}
