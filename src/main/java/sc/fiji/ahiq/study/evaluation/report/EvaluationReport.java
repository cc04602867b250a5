/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.base.io.OutputRule;
import sc.fiji.ahiq.scoring.results.ImageLocator;
import sc.fiji.ahiq.study.evaluation.Evaluation;
import sc.fiji.ahiq.study.evaluation.EvaluationFigures;
import sc.fiji.ahiq.study.evaluation.EvaluationTables;
import sc.fiji.ahiq.study.plot.Figure;

/**
 * Writes tables ({@code summary.csv}, {@code by_distortion.csv}, {@code by_reference.csv}, {@code significance.csv}),
 * figures (SVG and PNG) and {@code report.html}.
 */
public final class EvaluationReport {

    private static final double PNG_SCALE = 2;

    private static final Pattern WRITTEN =
            Pattern.compile("report\\.html|(summary|by_distortion|by_reference|significance)\\.csv"
                    + "|(srocc|srocc_by_distortion|scatter_.*)\\.(svg|png)");

    private final Evaluation evaluation;
    private final OutlierPictures pictures;

    /**
     * @param locator finds the images that the results file names
     * @param weights of the distorted images
     */
    public EvaluationReport(Evaluation evaluation, ImageLocator locator, Optional<WeightMaps> weights) {
        this.evaluation = evaluation;
        this.pictures = new OutlierPictures(locator, weights);
    }

    /**
     * Looks whether a report may be written into a folder.
     *
     * @throws sc.fiji.ahiq.base.error.UsageException if a file is there that may not be replaced
     */
    public static void require(Path folder, OutputRule rule) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Folder.list(folder).stream()
                .filter(file -> WRITTEN.matcher(file.getFileName().toString()).matches())
                .forEach(rule::require);
    }

    /**
     * Writes all files, each as a whole.
     *
     * @param folder made if need be
     * @return the report
     * @throws sc.fiji.ahiq.base.error.ResultsException if a file cannot be written
     * @throws sc.fiji.ahiq.base.error.UsageException if the folder cannot be made
     */
    public Path write(Path folder) {
        Folder.make(folder);
        EvaluationTables tables = new EvaluationTables(evaluation);
        tables.summary().writeCsv(folder.resolve("summary.csv"));
        tables.byDistortion().writeCsv(folder.resolve("by_distortion.csv"));
        tables.byReference().writeCsv(folder.resolve("by_reference.csv"));
        tables.significance().writeCsv(folder.resolve("significance.csv"));
        Map<String, Figure> figures = new EvaluationFigures(evaluation).all();
        figures.forEach((name, figure) -> {
            figure.writeSvg(folder.resolve(name + ".svg"));
            figure.writePng(folder.resolve(name + ".png"), PNG_SCALE);
        });
        Path report = folder.resolve("report.html");
        OutputFile.writeText(report, "report", new ReportPage(evaluation, figures, pictures).html());
        return report;
    }
}
