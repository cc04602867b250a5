/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.command.ProgressLine;

/**
 * Tells in ImageJ's status bar how far a work is, and how long it will take. Escape stops it; of several works that one
 * which began last, those apart that wait for their turn.
 */
final class StatusBar extends ProgressLine implements AutoCloseable {

    private static final List<StatusBar> OPEN = new ArrayList<>();

    private boolean waiting;

    /**
     * Forgets an Escape of earlier, unless a work goes on; without a display there is none but that by which a macro is
     * being cancelled.
     */
    StatusBar() {
        synchronized (OPEN) {
            if (OPEN.isEmpty()) {
                forgetEscape();
            }
            OPEN.add(this);
        }
    }

    private static void forgetEscape() {
        if (!GraphicsEnvironment.isHeadless()) {
            IJ.resetEscape();
        }
    }

    /** The work has ended. */
    @Override
    public void close() {
        synchronized (OPEN) {
            OPEN.remove(this);
        }
    }

    @Override
    protected void stopIfWanted() {
        synchronized (OPEN) {
            waiting = false;
            if (IJ.escapePressed() && isLatest()) {
                forgetEscape(); // the others go on
                throw new CancelledException();
            }
        }
    }

    private boolean isLatest() {
        return OPEN.stream()
                .filter(bar -> !bar.waiting)
                .reduce((first, second) -> second)
                .filter(bar -> bar == this)
                .isPresent();
    }

    @Override
    public void waitFor(String what) {
        synchronized (OPEN) {
            if (!waiting) {
                IJ.showStatus("AHIQ: waits for " + what + " (Esc stops that one)");
            }
            waiting = true;
        }
    }

    @Override
    protected void show(double fraction, String text) {
        if (!Double.isNaN(fraction)) {
            IJ.showProgress(fraction);
        }
        IJ.showStatus("AHIQ: " + text + " (Esc stops" + othersWait() + ")");
    }

    private static String othersWait() {
        synchronized (OPEN) {
            long count = OPEN.stream().filter(bar -> bar.waiting).count();
            return count == 0 ? "" : "; " + count + " more " + (count == 1 ? "waits" : "wait");
        }
    }

    @Override
    public void detail(String sentence) {
        if (IJ.debugMode) {
            IJ.log(sentence);
        }
    }

    @Override
    public void note(String sentence) {
        Messages.log(sentence);
    }
}
