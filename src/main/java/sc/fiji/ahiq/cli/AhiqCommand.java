/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a subcommand. */
@Command(
        name = "ahiq",
        description = "Full-reference image quality by AHIQ, the attention-based hybrid network.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ScoreCommand.class,
            MetricsCommand.class,
            MergeCommand.class,
            BenchmarkCommand.class,
            ExportCommand.class,
            ModelsCommand.class,
            SampleCommand.class,
            DistortCommand.class,
            LabelCommand.class,
            ReproduceCommand.class,
            TrainCommand.class,
            MacroCommand.class,
            DiagnosticsCommand.class,
            UntrainedCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 a defect or results that could not be written, 2 wrong usage, 3 some pairs failed,",
            "4 model or engine failed, 130 cancelled.",
            "'ahiq COMMAND --help' tells more about a command."
        })
final class AhiqCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Expected a command, such as score, batch or evaluate.");
    }
}
