/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import sc.fiji.ahiq.error.AhiqException;

/** Entry point of the command line. Results go to standard output, everything else to standard error. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Cancellation cancellation = Cancellation.onInterrupt();
        int exitCode = run(
                args,
                cancellation,
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        boolean interrupted = cancellation.isRequested();
        cancellation.workEnded();
        if (!interrupted) {
            System.exit(exitCode);
        }
    }

    /** Runs a command line in this process and returns its exit code. */
    static int run(String[] args, Cancellation cancellation, PrintWriter out, PrintWriter err) {
        IExecutionExceptionHandler handler = (exception, commandLine, parsed) -> {
            if (exception instanceof AhiqException explained) {
                err.println("ahiq: " + explained.getMessage());
                return ExitCode.of(explained);
            }
            exception.printStackTrace(err);
            err.println("ahiq: this is a defect of the program; please report it with the lines above.");
            return ExitCode.DEFECT;
        };
        int exitCode = new CommandLine(new AhiqCommand(), new CommandFactory(cancellation))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(handler)
                .execute(args);
        out.flush();
        err.flush();
        return exitCode;
    }
}
