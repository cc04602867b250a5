/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.util.Optional;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.batch.BatchOptions;
import sc.fiji.ahiq.scoring.pairs.FolderPairs;
import sc.fiji.ahiq.scoring.pairs.Manifest;
import sc.fiji.ahiq.scoring.pairs.PairList;

/** Inputs of the commands that score many pairs of files: which pairs, and how. */
public abstract class PairListCommand implements ProgressingCommand {

    @Parameter(
            label = "Manifest",
            description = "list of pairs, CSV: reference,distorted[,mos,mos_sd,distortion,level]",
            persist = false,
            required = false)
    private File manifest;

    @Parameter(
            label = "References",
            description = "without manifest: folder of references, or the reference of all distorted images",
            persist = false,
            required = false)
    private File references;

    @Parameter(
            label = "Distorted",
            description = "without manifest: folder of distorted images, of the names of their references",
            style = FileWidget.DIRECTORY_STYLE,
            persist = false,
            required = false)
    private File distorted;

    @Parameter(
            label = "Template",
            description = "names of distorted images where they are others, such as {ref}_*.png",
            persist = false,
            required = false)
    private String template = "";

    @Parameter(
            label = "Metrics",
            description = "separated by commas: ahiq and others such as psnr,ssim,fsimc",
            persist = false,
            required = false)
    private String metrics = "ahiq";

    @Parameter(
            label = "Model",
            description =
                    "name of a model, see AHIQ Models..., or its folder; empty: the one that comes with the program",
            style = FileWidget.DIRECTORY_STYLE,
            persist = false,
            required = false)
    private String model = "";

    @Parameter(
            label = "Crops",
            description = "grid: the fewest crops that cover the image; five, nine; random:N; dense:S: every S pixels",
            persist = false,
            required = false)
    private String crops = "grid";

    @Parameter(label = "Seed", description = "of random crops", persist = false, required = false)
    private long seed = 0;

    @Parameter(
            label = "Range",
            description = "values that count as black and white: auto, type, display, min-max, or LO:HI",
            persist = false,
            required = false)
    private String range = "auto";

    @Parameter(
            label = "Small images",
            description = "images smaller than a crop: none refuses them, reflect mirrors them",
            choices = {"none", "reflect"},
            persist = false,
            required = false)
    private String pad = "none";

    @Parameter(label = "Device", description = "auto, cpu, gpu, or gpu and a number", persist = false, required = false)
    private String device = "auto";

    @Parameter(
            label = "Precision",
            description = "mixed: half precision, GPU only",
            choices = {"float32", "mixed"},
            persist = false,
            required = false)
    private String precision = "float32";

    @Parameter(
            label = "Batch",
            description = "crop pairs per call of the engine; 0: by the memory of the device",
            min = "0",
            persist = false,
            required = false)
    private int batch = 0;

    @Parameter(
            label = "Cache folder",
            description = "where native libraries of about 400 MB are unpacked, in place of $AHIQ_CACHE or ~/.djl.ai",
            style = FileWidget.DIRECTORY_STYLE,
            persist = false,
            required = false)
    private File cache;

    private Progress progress = Progress.NONE;

    @Override
    public final void setProgress(Progress progress) {
        this.progress = progress;
    }

    final Progress progress() {
        return progress;
    }

    /** @throws UsageException unless pairs are given in exactly one way */
    final PairList pairs() {
        if (manifest != null && references == null && distorted == null) {
            return Manifest.read(manifest.toPath());
        }
        if (manifest == null && references != null && distorted != null) {
            return references.isFile()
                    ? FolderPairs.ofOneReference(references.toPath(), distorted.toPath())
                    : FolderPairs.of(references.toPath(), distorted.toPath(), names());
        }
        throw new UsageException(
                "Expected either a manifest, or both references (a folder, or one image) and distorted (a folder); found "
                        + given("manifest", manifest) + ", " + given("references", references) + ", "
                        + given("distorted", distorted) + ".");
    }

    private Optional<String> names() {
        return template.isBlank() ? Optional.empty() : Optional.of(template.strip());
    }

    private static String given(String key, File value) {
        return value == null ? "no " + key : key + "=" + value;
    }

    /** Into a new file, all of it, without maps. */
    final BatchOptions options() {
        return BatchOptions.of(ScoringOptions.defaults()
                .withMetrics(InputTexts.checked(
                        "metrics", metrics, text -> MetricSelection.parse(text, Metrics.ofClassPath())))
                .withModel(model)
                .withCrops(InputTexts.checked("crops", crops, text -> CropPlan.parse(text, seed)), seed)
                .withRange(InputTexts.checked("range", range, RangeRule::parse))
                .withPadding(InputTexts.checked("pad", pad, Padding::parse))
                .withInference(InputTexts.inference(device, precision, batch, InputTexts.settings(cache))));
    }
}
