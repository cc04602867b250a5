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
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.importing.ImportedModel;

/**
 * Makes a model folder of the three published weight files. Throws
 * {@link sc.fiji.ahiq.base.error.AhiqException} if they do not make a model or it cannot be written; there is then no model folder.
 */
@Plugin(
        type = Command.class,
        name = "import",
        label = "AHIQ Import Weights...",
        description = "Makes a model of the published files of AHIQ heads, ResNet-50 and Vision Transformer.",
        visible = false,
        headless = true,
        attrs = @Attr(name = "no-record"))
public final class ImportWeights extends StoreInputs {

    private static final String PUBLISHED = "published";
    private static final String IMAGENET = "imagenet";

    @Parameter(
            label = "AHIQ heads",
            description = "checkpoint with deform_net and regressor, *.pth or *.safetensors",
            persist = false)
    private File ahiq;

    @Parameter(label = "ResNet", description = "timm's ResNet-50, *.pth, *.bin or *.safetensors", persist = false)
    private File cnn;

    @Parameter(
            label = "Vision Transformer",
            description = "timm's ViT-B/8 or ViT-B/16 augreg_in21k_ft_in1k, *.npz, *.pth, *.bin or *.safetensors",
            persist = false)
    private File vit;

    @Parameter(label = "Name", description = "of the model: letters, digits, '.', '-' and '_'", persist = false)
    private String name;

    @Parameter(
            label = "Output folder",
            description = "folder to make; without it, one of that name in the folder of models",
            style = FileWidget.DIRECTORY_STYLE,
            attrs = @Attr(name = Input.SHORT, value = "o"),
            required = false,
            persist = false)
    private File output;

    @Parameter(
            label = "Normalisation",
            description = "of the pixel values",
            choices = {PUBLISHED, IMAGENET},
            required = false,
            persist = false)
    private String normalization = PUBLISHED;

    @Parameter(
            label = "Do not check hashes in names",
            description = "accept a file whose SHA-256 is not the one that its name ends with",
            required = false,
            persist = false)
    private boolean no_hash_check;

    @Parameter(label = "Model folder", type = ItemIO.OUTPUT)
    private File folder;

    @Parameter(label = "Report", type = ItemIO.OUTPUT)
    private String report;

    @Override
    public void run() {
        requirePublishedNormalization();
        Path target = output != null ? output.toPath() : store().userFolder(name);
        try (ImportedModel model =
                ImportedModel.open(name, ahiq.toPath(), cnn.toPath(), vit.toPath(), !no_hash_check)) {
            ModelFolder.write(target, model);
            StringBuilder lines =
                    new StringBuilder("Made " + target + ": " + model.card().description());
            model.notes().forEach(note -> lines.append(System.lineSeparator())
                    .append("Note: ")
                    .append(note));
            report = lines.toString();
        }
        folder = target.toFile();
    }

    private void requirePublishedNormalization() {
        if (IMAGENET.equals(normalization)) {
            throw new UsageException(
                    "The normalisation 'imagenet', which another port of AHIQ uses, has a mean and a"
                            + " standard deviation for each colour; models of this program have one for all three. The published"
                            + " weights were trained with mean 0.5 and standard deviation 0.5 for both branches: use 'published'.");
        }
        if (!PUBLISHED.equals(normalization)) {
            throw new UsageException("Unknown normalisation '" + normalization + "': expected published.");
        }
    }
}
