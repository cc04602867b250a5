/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.Console;
import java.io.PrintWriter;
import sc.fiji.ahiq.base.error.UsageException;

/** Asks whether to go on, if there is someone to answer. */
final class TerminalQuestion {

    private TerminalQuestion() {}

    /** @throws UsageException if there is no terminal */
    static boolean ask(String question, PrintWriter err) {
        Console console = System.console();
        err.print(question);
        if (console == null || !TerminalProgress.isTerminal()) {
            err.println();
            throw new UsageException(
                    "Nothing was done: there is no terminal to ask at. Add --yes to go on without" + " being asked.");
        }
        err.print(" [y/N] ");
        err.flush();
        String answer = console.readLine();
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }
}
