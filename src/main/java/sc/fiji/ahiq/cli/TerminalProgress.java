/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.util.Locale;
import sc.fiji.ahiq.base.Progress;

/**
 * A line on standard error that tells how far a long work has come, if that is a terminal; the start scripts know. Also
 * where the work stops when the user wants it to.
 */
final class TerminalProgress implements Progress {

    /** Set by the start scripts. */
    private static final String TERMINAL_PROPERTY = "ahiq.terminal";

    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final String CLEAR_LINE = "\r\033[K";

    private final Cancellation cancellation;
    private final PrintWriter err;
    private final boolean terminal = isTerminal();
    private final String step;
    private final int pairs;
    private final long start = System.nanoTime();
    private int donePairs;
    private boolean shown;

    /**
     * @param step what is counted, such as {@code crop}
     * @param pairs whose steps are counted one after the other
     */
    TerminalProgress(String step, int pairs, Cancellation cancellation, PrintWriter err) {
        this.step = step;
        this.pairs = pairs;
        this.cancellation = cancellation;
        this.err = err;
    }

    /** Whether standard error is a terminal. */
    static boolean isTerminal() {
        return Boolean.getBoolean(TERMINAL_PROPERTY);
    }

    @Override
    public void update(int doneSteps, int steps) {
        cancellation.check();
        long elapsed = System.nanoTime() - start;
        if (!terminal || elapsed < QUIET_NANOS) {
            return;
        }
        double done = (donePairs + (double) doneSteps / steps) / pairs;
        String left = done == 0 ? "" : String.format(Locale.ROOT, ", %.0f s left", elapsed / 1e9 * (1 - done) / done);
        String pair = pairs == 1 ? "" : "pair " + (donePairs + 1) + " of " + pairs + ", ";
        err.print(CLEAR_LINE + pair + step + " " + doneSteps + " of " + steps + left);
        err.flush();
        shown = true;
    }

    /** Counts a pair and clears the line, so that results can be printed. */
    void pairDone() {
        donePairs++;
        if (shown) {
            err.print(CLEAR_LINE);
            err.flush();
            shown = false;
        }
    }
}
