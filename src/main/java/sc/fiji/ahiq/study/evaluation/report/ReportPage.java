/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.Version;
import sc.fiji.ahiq.study.evaluation.Evaluation;
import sc.fiji.ahiq.study.plot.Figure;

/** The page: head, what was evaluated, and one section after the other. */
final class ReportPage {

    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private final Evaluation evaluation;
    private final Map<String, Figure> figures;
    private final OutlierPictures pictures;
    private final Html html = new Html();

    ReportPage(Evaluation evaluation, Map<String, Figure> figures, OutlierPictures pictures) {
        this.evaluation = evaluation;
        this.figures = figures;
        this.pictures = pictures;
    }

    String html() {
        String title = "Evaluation of "
                + evaluation.metrics().stream().map(metric -> metric.label()).collect(Collectors.joining(", "));
        html.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", title).style(style()).close();
        html.open("body").element("h1", title);
        writeFacts();
        writeFigures();
        new MetricTables(html, evaluation).write(figures.get("srocc_by_distortion"));
        new OutlierSection(html, evaluation, pictures).write();
        MethodSection.write(html, evaluation);
        return html.close().close().toString();
    }

    private void writeFacts() {
        String models = evaluation.models().isEmpty() ? "" : ". Model " + String.join(", ", evaluation.models());
        long distortions = evaluation.metrics().get(0).byDistortion().size();
        html.element(
                "p",
                Numbers.count(evaluation.pairs().size(), "pair") + " of "
                        + Numbers.count(evaluation.referenceCount(), "reference")
                        + (distortions == 0 ? "" : " with " + Numbers.count(distortions, "kind") + " of distortion")
                        + ", from " + evaluation.file().getFileName() + models + ". AHIQ for ImageJ " + Version.get()
                        + ".",
                "class",
                "facts");
        if (!evaluation.excluded().isEmpty()) {
            warn("Rows that are not evaluated: "
                    + evaluation.excluded().entrySet().stream()
                            .map(entry -> Numbers.count(entry.getValue(), "row") + " " + entry.getKey())
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        evaluation.notes().forEach(this::warn);
    }

    private void warn(String text) {
        html.element("p", text, "class", "warning");
    }

    private void writeFigures() {
        new SummaryTable(html, evaluation).write();
        html.element("h2", "Figures").open("div", "class", "figures");
        figures.forEach((name, figure) -> {
            if (!name.equals("srocc_by_distortion")) {
                html.figure(figure);
            }
        });
        html.close();
    }

    private static String style() {
        try (InputStream css =
                Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
