/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Path;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.base.io.OutputRule;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/** Writes a model as one file. Throws an {@link sc.fiji.ahiq.base.error.AhiqException} if it cannot. */
@Plugin(
        type = Command.class,
        name = "export",
        label = "AHIQ Export Model...",
        description =
                "Writes a model as a TorchScript archive for torch.jit.load in Python and C++.\n"
                        + "forward(reference, distorted) takes two float32 tensors (batch, 3, height, width), RGB, (v / 255 - mean) / std,\n"
                        + "with crop, mean and std of 'ahiq models show': 224, 0.5 and 0.5 for the published network. AHIQ-S has no crop:\n"
                        + "sides are multiples of 16. It returns score (batch), patch scores and patch weights (batch, rows, columns).",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class ExportModel extends StoreInputs implements WritingCommand {

    @Parameter(
            label = "Model",
            description = MODEL,
            style = FileWidget.DIRECTORY_STYLE,
            attrs = {@Attr(name = Input.SHORT, value = "m"), @Attr(name = Input.VALUE, value = "NAME_OR_DIR")},
            persist = false,
            required = false)
    private String model = "";

    @Parameter(
            label = "Archive",
            description = "archive to write, usually *.pt",
            style = FileWidget.SAVE_STYLE,
            attrs = @Attr(name = Input.SHORT, value = "o"),
            persist = false)
    private File output;

    @Parameter(
            label = "Precision",
            description = "mixed: half precision for GPUs",
            choices = {"float32", "mixed"},
            attrs = @Attr(name = Input.VALUE, value = "P"),
            persist = false,
            required = false)
    private String precision = "float32";

    @Parameter(label = "Archive file", type = ItemIO.OUTPUT)
    private File archive;

    @Override
    protected void execute() {
        Precision chosen = InputTexts.checked("precision", precision, Precision::parse);
        Path source = store().findOrDefault(model);
        try (ModelFolder folder = ModelFolder.open(source)) {
            new OutputRule(force(), Folder.list(source)).require(output.toPath());
            ScriptArchive script = chosen == Precision.MIXED ? folder.halfPrecisionArchive() : folder.archive();
            OutputFile.write(output.toPath(), "archive", script::write);
        }
        archive = output;
    }
}
