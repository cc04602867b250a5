/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.evaluation.Evaluation;
import sc.fiji.ahiq.evaluation.EvaluationOptions;
import sc.fiji.ahiq.evaluation.report.EvaluationReport;
import sc.fiji.ahiq.evaluation.report.OutlierPictures;
import sc.fiji.ahiq.evaluation.report.WeightMapFolder;

/**
 * Says how well scores agree with opinions. Throws {@link sc.fiji.ahiq.error.AhiqException} if they cannot be evaluated or the
 * results cannot be written.
 */
@Plugin(
        type = Command.class,
        label = "Evaluate on a dataset",
        description =
                "Compares the scores of metrics with the opinions of people: correlations, intervals, figures, a report.",
        visible = false,
        headless = true,
        attrs = @Attr(name = "no-record"))
public final class EvaluateDataset implements Command {

    @Parameter(
            label = "Results",
            description = "table of scores and opinions: reference,distorted,mos and a column for each metric",
            persist = false)
    private File results;

    @Parameter(
            label = "Output folder",
            description = "for report.html, tables (CSV) and figures (SVG, PNG)",
            style = FileWidget.DIRECTORY_STYLE,
            persist = false)
    private File out;

    @Parameter(
            label = "Metrics",
            description =
                    "columns to evaluate, separated by commas (default: score and all that are named like a metric)",
            required = false,
            persist = false)
    private String metrics = "";

    @Parameter(
            label = "Images below",
            description =
                    "folder that relative paths in the results are relative to (default: that of the results, or where"
                            + " the program runs)",
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

    @Parameter(label = "Seed", description = "of the bootstrap", required = false, persist = false)
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

    @Parameter(label = "Summary", type = ItemIO.OUTPUT, attrs = @Attr(name = "result"))
    private String summary;

    private Evaluation evaluation;

    @Override
    public void run() {
        evaluation =
                Evaluation.of(results.toPath(), new EvaluationOptions(metrics, samples, seed, confidence, outliers));
        OutlierPictures pictures = new OutlierPictures(
                folders(), Optional.ofNullable(maps).map(File::toPath).map(WeightMapFolder::new));
        report = new EvaluationReport(evaluation, pictures).write(out.toPath()).toFile();
        summary = new EvaluationText(evaluation) + "Report: " + report;
    }

    private List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        if (images != null) {
            folders.add(images.toPath());
        }
        Path parent = results.toPath().toAbsolutePath().getParent();
        folders.add(parent);
        folders.add(Path.of(""));
        return folders;
    }

    /** After a run. */
    public Evaluation evaluation() {
        return evaluation;
    }
}
