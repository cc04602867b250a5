/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import sc.fiji.ahiq.command.ProgressLine;

/**
 * A line on standard error that tells how far a long work has come, if that is a terminal; the start scripts know. Also
 * where the work stops when the user wants it to.
 */
final class TerminalProgress extends ProgressLine {

    /** Set by the start scripts. */
    private static final String TERMINAL_PROPERTY = "ahiq.terminal";

    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long REFRESH_NANOS = 100_000_000L;
    private static final String CLEAR_LINE = "\r\033[K";

    private final Cancellation cancellation;
    private final PrintWriter err;
    private final boolean verbose;
    private final boolean terminal = isTerminal();
    private long nextNanos = System.nanoTime() + QUIET_NANOS;
    private boolean shown;

    /** @param verbose whether to tell details */
    TerminalProgress(Cancellation cancellation, boolean verbose, PrintWriter err) {
        this.cancellation = cancellation;
        this.verbose = verbose;
        this.err = err;
    }

    /** Whether standard error is a terminal. */
    static boolean isTerminal() {
        return Boolean.getBoolean(TERMINAL_PROPERTY);
    }

    @Override
    protected void stopIfWanted() {
        cancellation.check();
    }

    @Override
    protected void show(double fraction, String text) {
        long now = System.nanoTime();
        if (terminal && now - nextNanos >= 0) {
            err.print(CLEAR_LINE + text);
            err.flush();
            shown = true;
            nextNanos = now + REFRESH_NANOS;
        }
    }

    @Override
    public void note(String sentence) {
        clear();
        err.println(sentence);
        err.flush();
    }

    @Override
    public void detail(String sentence) {
        if (verbose) {
            note(sentence);
        }
    }

    /** Before each text that goes there, the line is cleared. */
    PrintWriter clearing(PrintWriter out) {
        return new PrintWriter(new FilterWriter(out) {
            @Override
            public void write(int c) throws IOException {
                clear();
                super.write(c);
            }

            @Override
            public void write(char[] text, int from, int length) throws IOException {
                clear();
                super.write(text, from, length);
            }

            @Override
            public void write(String text, int from, int length) throws IOException {
                clear();
                super.write(text, from, length);
            }
        });
    }

    /** Clears the line, so that something else can be printed. */
    void clear() {
        if (shown) {
            err.print(CLEAR_LINE);
            err.flush();
            shown = false;
        }
    }
}
