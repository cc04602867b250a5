/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.AhiqMetric;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.batch.BatchOptions;
import sc.fiji.ahiq.scoring.results.ImageLocator;
import sc.fiji.ahiq.scoring.results.LoadedTable;
import sc.fiji.ahiq.study.evaluation.Evaluation;
import sc.fiji.ahiq.study.evaluation.EvaluationOptions;
import sc.fiji.ahiq.study.evaluation.report.EvaluationReport;
import sc.fiji.ahiq.study.evaluation.report.OutlierPictures;
import sc.fiji.ahiq.study.evaluation.report.WeightMapFolder;
import sc.fiji.ahiq.study.evaluation.report.WeightMaps;

/**
 * Says how well scores agree with opinions: those of a results file, or fresh ones of a dataset, which go into
 * {@code results.csv} in the output folder and are not made again by the next run. Throws an
 * {@link sc.fiji.ahiq.base.error.AhiqException} if they cannot be evaluated or the results cannot be written, and an
 * {@link sc.fiji.ahiq.base.error.ImageException}, after evaluating all others, if pairs could not be scored.
 */
@Plugin(
        type = Command.class,
        label = "Evaluate on a dataset",
        description =
                "Compares the scores of metrics with the opinions of people: correlations, intervals, figures, a report."
                        + " The scores are those of a results file, or are made for a dataset; then an interrupted run goes on where it was.",
        visible = false,
        headless = true,
        attrs = @Attr(name = "no-record"))
public final class EvaluateDataset implements ProgressingCommand {

    @Parameter(
            label = "Results",
            description =
                    "table of scores and opinions: reference,distorted,mos and a column for each metric; *.csv or *.jsonl",
            required = false,
            persist = false)
    private File results;

    @Parameter(
            label = "Dataset",
            description =
                    "without results: live, csiq, tid2013, tid2008, kadid10k, pipal, pipal-val, or csv for a manifest with mos",
            required = false,
            persist = false)
    private String dataset = "";

    @Parameter(
            label = "Folder of the dataset",
            description = "as published; for csv the file",
            style = FileWidget.DIRECTORY_STYLE,
            required = false,
            persist = false)
    private File root;

    @Parameter(
            label = "Output folder",
            description = "for report.html, tables (CSV), figures (SVG, PNG), and the scores of a dataset",
            style = FileWidget.DIRECTORY_STYLE,
            persist = false)
    private File out;

    @Parameter(
            label = "Metrics",
            description = "separated by commas: ahiq and others such as psnr,ssim,fsimc; of results also other columns"
                    + " (empty: ahiq; of results, all known)",
            required = false,
            persist = false)
    private String metrics = "";

    @Parameter(
            label = "Model",
            description =
                    "name of a model or its folder; empty: the one that comes with the program. With results it only makes the maps"
                            + " of weights in the report",
            style = FileWidget.DIRECTORY_STYLE,
            required = false,
            persist = false)
    private String model = "";

    @Parameter(
            label = "Crops",
            description = "grid: the fewest crops that cover the image; five, nine; random:N; dense:S: every S pixels",
            required = false,
            persist = false)
    private String crops = "grid";

    @Parameter(
            label = "Small images",
            description = "images smaller than a crop: none refuses them, reflect mirrors them",
            choices = {"none", "reflect"},
            required = false,
            persist = false)
    private String pad = "none";

    @Parameter(label = "Device", description = "auto, cpu, gpu, or gpu and a number", required = false, persist = false)
    private String device = "auto";

    @Parameter(
            label = "Batch",
            description = "crop pairs per call of the engine; 0: by the memory of the device",
            min = "0",
            required = false,
            persist = false)
    private int batch = 0;

    @Parameter(
            label = "Cache folder",
            description = "where native libraries of about 400 MB are unpacked, in place of $AHIQ_CACHE or ~/.djl.ai",
            style = FileWidget.DIRECTORY_STYLE,
            required = false,
            persist = false)
    private File cache;

    @Parameter(
            label = "Images below",
            description =
                    "folder of the images, if paths in the results are relative, but neither to the folder of the results"
                            + " nor to where the program runs",
            style = FileWidget.DIRECTORY_STYLE,
            required = false,
            persist = false)
    private File images;

    @Parameter(
            label = "Maps",
            description = "folder with maps of patch weights, which the report shows over the worst predicted images",
            style = FileWidget.DIRECTORY_STYLE,
            required = false,
            persist = false)
    private File maps;

    @Parameter(
            label = "Bootstrap samples",
            description = "draws of references for each interval",
            min = "1",
            required = false,
            persist = false)
    private int samples = 1000;

    @Parameter(label = "Seed", description = "of the bootstrap, and of random crops", required = false, persist = false)
    private long seed = 0;

    @Parameter(
            label = "Confidence",
            description = "of the intervals",
            min = "0",
            max = "1",
            required = false,
            persist = false)
    private double confidence = 0.95;

    @Parameter(
            label = "Outliers",
            description = "how many of the worst predicted pairs the report shows",
            min = "0",
            required = false,
            persist = false)
    private int outliers = 12;

    @Parameter(label = "Report", type = ItemIO.OUTPUT)
    private File report;

    @Parameter(label = "Notes", type = ItemIO.OUTPUT)
    private String notes;

    @Parameter(label = "Summary", type = ItemIO.OUTPUT, attrs = @Attr(name = "result"))
    private String summary;

    private Progress progress = Progress.NONE;
    private Evaluation evaluation;

    @Override
    public void setProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void run() {
        EvaluationOptions options = new EvaluationOptions(metrics, samples, seed, confidence, outliers);
        if (results != null && dataset.isBlank() && root == null) {
            evaluate(results.toPath(), options, !model.isBlank());
        } else if (results == null && !dataset.isBlank() && root != null) {
            MetricSelection selection = selection();
            BatchOptions batch = BatchOptions.of(scoring().withMetrics(selection));
            FreshScores scores = FreshScores.make(dataset, root.toPath(), out.toPath(), batch, progress);
            notes = scores.notes();
            evaluate(scores.file(), options.withMetrics(selection.toString()), selection.hasWeights());
            scores.requireAll();
        } else {
            throw new UsageException("Expected either results, or dataset and root; found " + given("results", results)
                    + ", " + given("dataset", dataset.isBlank() ? null : dataset) + ", " + given("root", root) + ".");
        }
    }

    private static String given(String key, Object value) {
        return value == null ? "no " + key : key + "=" + value;
    }

    private MetricSelection selection() {
        String names = metrics.isBlank() ? AhiqMetric.NAME : metrics;
        return InputTexts.checked("metrics", names, text -> MetricSelection.parse(text, Metrics.ofClassPath()));
    }

    private ScoringOptions scoring() {
        return ScoringOptions.defaults()
                .withModel(model)
                .withCrops(InputTexts.checked("crops", crops, text -> CropPlan.parse(text, seed)), seed)
                .withPadding(InputTexts.checked("pad", pad, Padding::parse))
                .withInference(
                        InputTexts.inference(device, Precision.FLOAT32.toString(), batch, InputTexts.settings(cache)));
    }

    private void evaluate(Path scores, EvaluationOptions options, boolean withModel) {
        evaluation = Evaluation.of(scores, options);
        if (maps == null && withModel) {
            try (ComputedWeights weights = new ComputedWeights(scoring())) {
                write(scores, Optional.of(weights));
            }
        } else {
            write(
                    scores,
                    Optional.ofNullable(maps)
                            .map(folder -> new WeightMapFolder(folder.toPath(), LoadedTable.read(scores))));
        }
    }

    private void write(Path scores, Optional<WeightMaps> weights) {
        ImageLocator locator =
                new ImageLocator(scores, Optional.ofNullable(images).map(File::toPath));
        report = new EvaluationReport(evaluation, new OutlierPictures(locator, weights))
                .write(out.toPath())
                .toFile();
        summary = new EvaluationText(evaluation) + "Report: " + report;
    }

    /** What was found; null before the end of a run. */
    public Evaluation evaluation() {
        return report == null ? null : evaluation;
    }
}
