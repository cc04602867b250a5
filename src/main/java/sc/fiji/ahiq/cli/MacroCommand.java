/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sc.fiji.ahiq.ij1.AhiqPlugIn;
import sc.fiji.ahiq.macro.HeadlessMacro;

/** {@code ahiq macro}. */
@Command(
        name = "macro",
        description = {
            "Runs an ImageJ macro without a display.",
            "Ends with 0 only if the macro came to its end or called exit() without a message; a failing command, or one that wants"
                    + " a dialog, ends the macro, and the exit code is 2."
        },
        mixinStandardHelpOptions = true)
final class MacroCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "the macro, .ijm or .txt")
    private Path file;

    @Parameters(
            index = "1..*",
            paramLabel = "ARGUMENT",
            description =
                    "what getArgument() returns in the macro: a line for each, as split(getArgument(), \"\\n\") takes apart")
    private List<String> arguments = List.of();

    private final Cancellation cancellation;

    MacroCommand(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        Logging.setVerbose(false);
        cancellation.onRequest(HeadlessMacro::abort);
        // A lambda, for the plugin's class must not be loaded before the macro runs.
        HeadlessMacro.run(file, String.join("\n", arguments), System.out, System.err, () -> AhiqPlugIn.takeFailure());
        return ExitCode.OK;
    }
}
