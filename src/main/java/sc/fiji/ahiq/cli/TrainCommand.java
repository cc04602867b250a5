/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.command.TrainingSteps;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.training.Training;
import sc.fiji.ahiq.training.TrainingConfig;

/** {@code ahiq train}. */
@Command(
        name = "train",
        description = {
            "Trains a model on rated pairs, from the weights of another model or from scratch.",
            "Ctrl-C stops after the step in work and keeps a checkpoint, from which --resume goes on to the same result; a step that"
                    + " takes longer than 30 seconds is lost with those since the last checkpoint."
        },
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "YAML file with name, output, start, train, epochs and more; the README explains it")
    private Path config;

    @Option(names = "--resume", description = "go on from the checkpoint in the output folder")
    private boolean resume;

    @Mixin
    private StoreOption store;

    @Option(
            names = {"-v", "--verbose"},
            description = "tell what the engine logs on standard error")
    private boolean verbose;

    private final Cancellation cancellation;

    TrainCommand(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        EngineOptions.setLogLevel(verbose);
        PrintWriter err = spec.commandLine().getErr();
        Path model;
        TerminalProgress progress = new TerminalProgress(cancellation, err);
        try {
            model = Training.run(
                    TrainingConfig.read(config),
                    store.open(),
                    EngineSettings.ofEnvironment(),
                    resume,
                    progress,
                    new TrainingSteps(progress));
        } finally {
            progress.clear();
        }
        spec.commandLine().getOut().println(model);
        return ExitCode.OK;
    }
}
