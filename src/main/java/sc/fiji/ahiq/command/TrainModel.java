/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.training.Training;
import sc.fiji.ahiq.training.TrainingConfig;

/** Trains a model. Throws an {@link sc.fiji.ahiq.base.error.AhiqException} if it cannot, or is stopped. */
@Plugin(
        type = Command.class,
        name = "train",
        label = "AHIQ Train Model...",
        description = "Trains a model on rated pairs, from the weights of another model or from scratch.\n"
                + "Ctrl-C, or Esc in ImageJ, stops after the step in work and keeps a checkpoint, from which resume goes on to"
                + " the same result; on the command line a step that takes longer than 30 seconds is lost with those since"
                + " the last checkpoint.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class TrainModel extends StoreInputs implements WritingCommand {

    @Parameter(
            label = "Configuration",
            description = "YAML file with name, output, start, train, epochs and more; the README explains it",
            persist = false)
    private File config;

    @Parameter(
            label = "Resume",
            description = "go on from the checkpoint in the output folder",
            persist = false,
            required = false)
    private boolean resume = false;

    @Parameter(label = "Model folder", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private File folder;

    @Override
    protected void execute() {
        TrainingConfig read = TrainingConfig.read(config.toPath());
        if (!resume) {
            Training.require(read.output(), outputs(config));
        }
        folder = Training.run(
                        read,
                        store(),
                        EngineSettings.ofEnvironment(),
                        resume,
                        progress(),
                        new TrainingSteps(progress()))
                .toFile();
    }
}
