/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.Pooling;
import sc.fiji.ahiq.network.model.importing.ImportedMetric;
import sc.fiji.ahiq.network.model.importing.ImportedModel;
import sc.fiji.ahiq.network.model.importing.LiteModel;

/**
 * Makes a model folder of published weight files. Throws
 * {@link sc.fiji.ahiq.base.error.AhiqException} if they do not make a model or it cannot be written; there is then no
 * model folder.
 */
@Plugin(
        type = Command.class,
        name = "import",
        label = "AHIQ Import Weights...",
        description =
                "Makes a model of the published files of AHIQ heads, CNN and Vision Transformer, or of those of another"
                        + " metric, which is then found by its name among the metrics.",
        visible = false,
        headless = true,
        attrs = @Attr(name = "no-record"))
public final class ImportWeights extends StoreInputs {

    private static final String PUBLISHED = "published";
    private static final String IMAGENET = "imagenet";
    private static final String AUTO = "auto";

    /** In place of a metric: a network that sees differences of the features of its backbone. */
    private static final String DIFFERENCES = "differences";

    @Parameter(
            label = "AHIQ heads",
            description = "checkpoint with deform_net and regressor, *.pth or *.safetensors",
            required = false,
            persist = false)
    private File ahiq;

    @Parameter(
            label = "CNN",
            description = "of AHIQ: timm's ResNet-50, *.pth, *.bin or *.safetensors;\n"
                    + "of its variants ResNet-101, ResNet-152, HRNet-W48\n"
                    + "or Inception-ResNet-v2, or none",
            required = false,
            persist = false)
    private File cnn;

    @Parameter(
            label = "Vision Transformer",
            description = "of AHIQ: timm's ViT-B/8 or ViT-B/16\n"
                    + "augreg_in21k_ft_in1k, *.npz, *.pth, *.bin or *.safetensors,\n"
                    + "or none",
            required = false,
            persist = false)
    private File vit;

    @Parameter(
            label = "Pooling",
            description = "of the patch scores of AHIQ; auto: spatial if the heads have no attention, else patch;\n"
                    + "heads of both look as those of patch",
            choices = {AUTO, "patch", "spatial", "both"},
            required = false,
            persist = false)
    private String pooling = AUTO;

    @Parameter(
            label = "Metric",
            description = "another metric than AHIQ: lpips-alex, lpips-vgg,\n"
                    + "lpips-squeeze, st-lpips-alex, st-lpips-vgg, dists,\n"
                    + "pieapp, wadiqam-fr, iqt-pipal, iqt-live, topiq-fr,\n"
                    + "niqe, brisque, nrqm or pi; or differences: of the\n"
                    + "features of a backbone, all counted alike",
            attrs = @Attr(name = Input.VALUE, value = "METRIC"),
            required = false,
            persist = false)
    private String metric = "";

    @Parameter(
            label = "Variant",
            description = "of that metric: what it looks at, and how;\n"
                    + "dists: full, resize256\n"
                    + "pieapp: dense, sparse, grid27\n"
                    + "wadiqam-fr: pyiqa, all_patches\n"
                    + "iqt-pipal, iqt-live: grid20, random20\n"
                    + "niqe, nrqm, pi: release, pyiqa\n"
                    + "brisque: release, pyiqa, matlab\n"
                    + "(empty: the first)",
            attrs = @Attr(name = Input.VALUE, value = "VARIANT"),
            required = false,
            persist = false)
    private String variant = "";

    @Parameter(
            label = "Backbone",
            description =
                    "of that metric: torchvision's AlexNet, VGG16 or SqueezeNet;\nof differences: EfficientNet-Lite0",
            required = false,
            persist = false)
    private File backbone;

    @Parameter(
            label = "Heads",
            description = "of that metric, where they are a file of their own;\n"
                    + "brisque: ranges of features (allrange), where they are\n"
                    + "not those of the release;\n"
                    + "pi: parameters of NIQE",
            required = false,
            persist = false)
    private File heads;

    @Parameter(
            label = "Weights",
            description = "of that metric, where all are in one file:\n" + "*.pth, *.safetensors, *.mat or LIBSVM",
            required = false,
            persist = false)
    private File weights;

    @Parameter(
            label = "16 bits",
            description =
                    "keep the large layers of that metric in 16 bits:\nhalf the size, scores differ by about 1e-4",
            required = false,
            persist = false)
    private boolean half;

    @Parameter(
            label = "Licence text",
            description = "text file that must go with the weights of that metric",
            required = false,
            persist = false)
    private File notice;

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
    protected void execute() {
        if (metric.isBlank()) {
            importAhiq();
        } else if (metric.equals(DIFFERENCES)) {
            importDifferences();
        } else {
            importMetric();
        }
    }

    private void importAhiq() {
        requirePublishedNormalization();
        if (ahiq == null || cnn == null && vit == null) {
            throw new UsageException(
                    "A file is missing: expected the keys ahiq, cnn and vit (--ahiq, --cnn, --vit), of a network of one"
                            + " branch one of the last two, or metric (--metric) with the files of another metric.");
        }
        refuse("backbone, heads and weights", backbone, heads, weights, notice);
        Map<String, Path> parts = new LinkedHashMap<>();
        put(parts, "ahiq", ahiq);
        put(parts, "cnn", cnn);
        put(parts, "vit", vit);
        try (ImportedModel model = ImportedModel.open(name, parts, chosenPooling(), !no_hash_check)) {
            write(model, model.notes());
        }
    }

    private void importDifferences() {
        refuse("ahiq, cnn, vit, heads, weights and notice", ahiq, cnn, vit, heads, weights, notice);
        if (backbone == null) {
            throw new UsageException("A file is missing: expected the key backbone (--backbone) with the file of"
                    + " EfficientNet-Lite0.");
        }
        try (LiteModel model =
                LiteModel.open(name, backbone.toPath(), DifferenceArchitecture.standard(), !no_hash_check)) {
            write(model, List.of());
        }
    }

    private Optional<Pooling> chosenPooling() {
        if (pooling.equals(AUTO)) {
            return Optional.empty();
        }
        if (!pooling.matches(Pooling.pattern())) {
            throw new UsageException("pooling=" + pooling + ": expected " + AUTO + ", "
                    + Pooling.pattern().replace("|", ", ") + ".");
        }
        return Optional.of(Pooling.of(pooling));
    }

    private void importMetric() {
        refuse("ahiq, cnn and vit", ahiq, cnn, vit);
        Map<String, Path> parts = new LinkedHashMap<>();
        put(parts, "backbone", backbone);
        put(parts, "heads", heads);
        put(parts, "weights", weights);
        try (ImportedMetric model = ImportedMetric.open(name, design(), parts, !no_hash_check, half, text(notice))) {
            write(model, List.of());
        }
    }

    private void refuse(String keys, File... files) {
        if (Stream.of(files).anyMatch(Objects::nonNull)) {
            throw new UsageException("The keys " + keys + " are for "
                    + (metric.isBlank()
                            ? "other metrics than AHIQ: name one by metric (--metric)."
                            : "AHIQ, not for " + metric + ". Leave them out."));
        }
    }

    private static void put(Map<String, Path> parts, String part, File file) {
        if (file != null) {
            parts.put(part, file.toPath());
        }
    }

    private static String text(File file) {
        try {
            return file == null ? "" : Files.readString(file.toPath());
        } catch (IOException e) {
            throw new UsageException("Cannot read " + file + ": " + IoReason.of(e) + ".", e);
        }
    }

    private MetricDesign design() {
        MetricKind kind = MetricKind.of(metric)
                .orElseThrow(() -> new UsageException("metric=" + metric + ": expected one of "
                        + Stream.of(MetricKind.values()).map(MetricKind::key).collect(Collectors.joining(", "))
                        + "."));
        List<String> variants = kind.facts().variants();
        if (!variant.isBlank() && !variants.contains(variant)) {
            throw new UsageException(
                    "variant=" + variant + ": expected one of " + String.join(", ", variants) + " for " + metric + ".");
        }
        return new MetricDesign(kind, variant.isBlank() ? variants.get(0) : variant);
    }

    private void write(AhiqModel model, List<String> notes) {
        Path target = output != null ? output.toPath() : store().userFolder(name);
        ModelFolder.write(target, model);
        StringBuilder lines =
                new StringBuilder("Made " + target + ": " + model.card().description());
        notes.forEach(
                note -> lines.append(System.lineSeparator()).append("Note: ").append(note));
        report = lines.toString();
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
