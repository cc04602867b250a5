/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.macro;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A standard stream of ImageJ without a display: text that would have been a window with an error is taken as a
 * failure, everything else goes on to the stream behind. Which is which is told only by the methods that print it.
 */
final class WatchedStream extends PrintStream {

    private static final String MACRO_ERROR = "ij.macro.Interpreter.showError";

    /** An exception in a command, {@code exit} with a message, and a message of a command that gives up. */
    private static final Set<String> ERRORS = Set.of("ij.Executer.run", "ij.macro.Functions.exit", "ij.IJ.error");

    private final Failures failures;

    WatchedStream(PrintStream behind, Failures failures) {
        super(behind, true, StandardCharsets.UTF_8);
        this.failures = failures;
    }

    @Override
    public void println(String line) {
        List<String> callers = Callers.ofThisMethod();
        if (callers.get(0).equals(MACRO_ERROR) || callers.stream().anyMatch(ERRORS::contains)) {
            failures.add(line);
        } else {
            super.println(line);
        }
    }
}
