/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;

/** {@code ahiq untrained}. */
@Command(
        name = "untrained",
        description = {
            "Makes a model with pseudo-random weights, to try and to measure the program.",
            "Its scores mean nothing."
        },
        mixinStandardHelpOptions = true)
final class UntrainedCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--architecture",
            paramLabel = "NAME",
            defaultValue = "vit-b8",
            description = "vit-b8 or vit-b16 (default: ${DEFAULT-VALUE})")
    private String architecture;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of the weights (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "folder to make, about 250 MB")
    private Path output;

    @Override
    public Integer call() {
        UntrainedModel model =
                new UntrainedModel("untrained-" + architecture, NamedArchitecture.parse(architecture), seed);
        ModelFolder.write(output, model);
        spec.commandLine()
                .getErr()
                .println("Made " + output + ": " + model.card().description());
        return ExitCode.OK;
    }
}
