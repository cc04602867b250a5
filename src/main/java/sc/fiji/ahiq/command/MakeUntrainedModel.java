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
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.PaperNetwork;
import sc.fiji.ahiq.network.model.UntrainedModel;

/** Makes a model that knows nothing. Throws an {@link sc.fiji.ahiq.base.error.AhiqException} if it cannot. */
@Plugin(
        type = Command.class,
        name = "untrained",
        label = "AHIQ Untrained Model...",
        description = "Makes a model with pseudo-random weights, to try and to measure the program.\n"
                + "Its scores mean nothing.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class MakeUntrainedModel extends AhiqCommand {

    @Parameter(
            label = "Output folder",
            description = "folder to make, up to 700 MB",
            style = FileWidget.DIRECTORY_STYLE,
            attrs = @Attr(name = Input.SHORT, value = "o"),
            persist = false)
    private File output;

    @Parameter(
            label = "Architecture",
            description = "network of the paper, or of a row of its tables 6 to 8",
            attrs = {@Attr(name = Input.NETWORK), @Attr(name = Input.VALUE, value = "NAME")},
            persist = false,
            required = false)
    private String architecture = "vit-b8";

    @Parameter(label = "Seed", description = "of the weights", persist = false, required = false)
    private long seed = 1;

    @Parameter(label = "Model folder", type = ItemIO.OUTPUT)
    private File folder;

    @Parameter(label = "Report", type = ItemIO.OUTPUT)
    private String report;

    @Override
    protected void execute() {
        UntrainedModel model = model(architecture, seed);
        ModelFolder.write(output.toPath(), model);
        folder = output;
        report = "Made " + output + ": " + model.card().description();
    }

    /** @throws UsageException if there is no network of this name */
    static UntrainedModel model(String name, long seed) {
        PaperNetwork network = PaperNetwork.named(name)
                .orElseThrow(() -> new UsageException("Unknown architecture '" + name + "': expected one of "
                        + String.join(", ", PaperNetwork.distinctNames()) + "."));
        return new UntrainedModel("untrained-" + network, network.architecture(), seed);
    }
}
