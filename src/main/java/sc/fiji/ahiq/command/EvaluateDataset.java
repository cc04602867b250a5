/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.OutputRule;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.batch.BatchOptions;
import sc.fiji.ahiq.scoring.results.ImageLocator;
import sc.fiji.ahiq.scoring.results.LoadedTable;
import sc.fiji.ahiq.study.evaluation.Evaluation;
import sc.fiji.ahiq.study.evaluation.EvaluationOptions;
import sc.fiji.ahiq.study.evaluation.report.EvaluationReport;
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
        name = "evaluate",
        label = "AHIQ Evaluate Dataset...",
        description =
                "Compares the scores of metrics with the opinions of people: correlations, intervals, figures, a report.\n"
                        + "The scores are those of a results file, or are made for a dataset; then an interrupted run goes on"
                        + " where it was. Without metrics it takes ahiq, or of results all known; of results it also takes other"
                        + " columns. With results, a model only makes the maps of weights in the report.",
        visible = false,
        headless = true,
        attrs = @Attr(name = "no-record"))
public final class EvaluateDataset extends ScoringInputs implements WritingCommand {

    @Parameter(
            label = "Results",
            description =
                    "table of scores and opinions: reference,distorted,mos and a column for each metric; *.csv or *.jsonl",
            attrs = @Attr(name = Input.ALTERNATIVE),
            required = false,
            persist = false)
    private File results;

    @Parameter(
            label = "Dataset",
            description =
                    "without results: live, csiq, tid2013, tid2008, kadid10k, pipal, pipal-val, or csv for a manifest with mos",
            attrs = @Attr(name = Input.ALTERNATIVE),
            required = false,
            persist = false)
    private String dataset = "";

    @Parameter(
            label = "Folder of the dataset",
            description = "as published; for csv the file",
            style = FileWidget.DIRECTORY_STYLE,
            attrs = @Attr(name = Input.ALTERNATIVE),
            required = false,
            persist = false)
    private File root;

    @Parameter(
            label = "Output folder",
            description = "for report.html, tables (CSV), figures (SVG, PNG), and the scores of a dataset",
            style = FileWidget.DIRECTORY_STYLE,
            attrs = {@Attr(name = Input.SHORT, value = "o"), @Attr(name = Input.ALIAS, value = "out")},
            persist = false)
    private File output;

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

    private Evaluation evaluation;

    public EvaluateDataset() {
        super("");
    }

    @Override
    protected void execute() {
        EvaluationOptions options = new EvaluationOptions(metrics(), samples, seed(), confidence, outliers, store());
        if (results != null && dataset.isBlank() && root == null) {
            EvaluationReport.require(output.toPath(), outputs(results));
            evaluate(results.toPath(), options, hasModel());
        } else if (results == null && !dataset.isBlank() && root != null) {
            MetricSelection selection = selection();
            boolean goesOn = output.toPath().resolve(FreshScores.FILE).toFile().exists();
            EvaluationReport.require(
                    output.toPath(), goesOn ? new OutputRule(true, List.of(root.toPath())) : outputs(root));
            BatchOptions batch = BatchOptions.of(scoring(selection));
            FreshScores scores = FreshScores.make(dataset, root.toPath(), output.toPath(), batch, progress());
            notes = scores.notes();
            evaluate(scores.file(), options.withMetrics(String.join(",", selection.names())), selection.hasWeights());
            scores.requireAll();
        } else {
            throw new UsageException("Expected either results, or dataset and root; found " + given("results", results)
                    + ", " + given("dataset", dataset.isBlank() ? null : dataset) + ", " + given("root", root) + ".");
        }
    }

    private static String given(String key, Object value) {
        return value == null ? "no " + key : key + "=" + value;
    }

    private void evaluate(Path scores, EvaluationOptions options, boolean withModel) {
        evaluation = Evaluation.of(scores, options);
        report = maps == null && withModel
                ? ScoringTurn.await(progress(), () -> writeWithComputedWeights(scores))
                : write(
                        scores,
                        Optional.ofNullable(maps)
                                .map(folder -> new WeightMapFolder(folder.toPath(), LoadedTable.read(scores))));
        summary = new EvaluationText(evaluation) + "Report: " + report;
    }

    private File writeWithComputedWeights(Path scores) {
        try (ComputedWeights weights = new ComputedWeights(scoring(MetricSelection.AHIQ))) {
            return write(scores, Optional.of(weights));
        }
    }

    private File write(Path scores, Optional<WeightMaps> weights) {
        ImageLocator locator =
                new ImageLocator(scores, Optional.ofNullable(images).map(File::toPath));
        return new EvaluationReport(evaluation, locator, weights)
                .write(output.toPath())
                .toFile();
    }

    /** What was found; null before the end of a run. */
    public Evaluation evaluation() {
        return report == null ? null : evaluation;
    }
}
