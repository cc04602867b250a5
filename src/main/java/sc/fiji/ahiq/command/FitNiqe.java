/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.learned.FittedNiqe;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.importing.ImportedMetric;
import sc.fiji.ahiq.scoring.pairs.FolderPairs;

/** Fits NIQE to the pristine images of a folder. */
@Plugin(
        type = Command.class,
        name = "niqe",
        label = "AHIQ Fit NIQE...",
        description = "Makes a model of NIQE, which needs no reference, of pristine images of your own.\n"
                + "It is then found by its name among the metrics, as in 'ahiq score --metrics NAME --distorted FILE'.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class FitNiqe extends StoreInputs {

    @Parameter(
            label = "Pristine images",
            description = "folder with images of at least 96 x 96 pixels",
            style = FileWidget.DIRECTORY_STYLE,
            persist = false)
    private File fit;

    @Parameter(
            label = "Name",
            description = "of the model: lower-case letters, digits and underscores",
            persist = false)
    private String name;

    @Parameter(
            label = "Variant",
            description = "how features are computed",
            choices = {"release", "pyiqa"},
            attrs = @Attr(name = Input.VALUE, value = "VARIANT"),
            persist = false,
            required = false)
    private String variant = "release";

    @Parameter(
            label = "Output folder",
            description = "folder to make; without it, one of that name in the folder of models",
            style = FileWidget.DIRECTORY_STYLE,
            attrs = @Attr(name = Input.SHORT, value = "o"),
            required = false,
            persist = false)
    private File output;

    @Parameter(label = "Report", type = ItemIO.OUTPUT)
    private String report;

    @Override
    protected void execute() {
        if (!name.matches(ImportedMetric.NAME_PATTERN)) {
            throw new UsageException("name=" + name + ": expected lower-case letters, digits and underscores.");
        }
        if (!MetricKind.NIQE.facts().variants().contains(variant)) {
            throw new UsageException("variant=" + variant + ": expected release or pyiqa.");
        }
        List<Path> files = FolderPairs.images(fit.toPath());
        FittedNiqe.Fit model = new FittedNiqe.Fit(variant);
        progress().step("image");
        for (int i = 0; i < files.size(); i++) {
            progress().update(i, files.size());
            model.add(
                    Reference.of(ImageFiles.open(files.get(i)), RangeRule.AUTO).planar());
        }
        Path target = output != null ? output.toPath() : store().userFolder(name);
        FittedNiqe fitted = model.finish(name, files.size() + " images in the folder " + fit.getName());
        ModelFolder.write(target, fitted);
        report = "Made " + target + ": " + fitted.card().description();
    }
}
