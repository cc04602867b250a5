/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.util.List;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.study.evaluation.EvaluatedPair;
import sc.fiji.ahiq.study.evaluation.Evaluation;
import sc.fiji.ahiq.study.evaluation.Outlier;

/** The pairs that the first metric predicts worst, with their pictures where they can be read. */
final class OutlierSection {

    private final Html html;
    private final Evaluation evaluation;
    private final OutlierPictures pictures;
    private final ShortNames references;
    private final ShortNames distorted;

    OutlierSection(Html html, Evaluation evaluation, OutlierPictures pictures) {
        this.html = html;
        this.evaluation = evaluation;
        this.pictures = pictures;
        this.references = new ShortNames(
                evaluation.pairs().stream().map(EvaluatedPair::reference).toList());
        this.distorted = new ShortNames(
                evaluation.pairs().stream().map(EvaluatedPair::distorted).toList());
    }

    void write() {
        List<Outlier> outliers = evaluation.outliers(0);
        if (outliers.isEmpty()) {
            return;
        }
        String metric = evaluation.metrics().get(0).label();
        html.element("h2", "Worst predictions by " + metric);
        html.element(
                "p", "Pairs whose opinions differ most from what their scores, mapped by the fitted curve, predict.");
        html.open("div", "class", "outliers");
        outliers.forEach(this::write);
        html.close();
    }

    private void write(Outlier outlier) {
        EvaluatedPair pair = outlier.pair();
        html.open("div", "class", "outlier");
        writePictures(pair);
        html.open("p").element("b", distorted.of(pair.distorted()));
        String kind = (pair.distortion() + " " + pair.level()).strip();
        html.text(kind.isEmpty() ? "" : ", " + kind);
        html.empty("br");
        html.text("Opinion " + Numbers.measured(pair.mos()) + ", predicted "
                + Numbers.measured(outlier.predicted()) + (outlier.error() > 0 ? " (too good)" : " (too bad)")
                + ", score " + Numbers.measured(pair.scores()[0]) + ". Reference " + references.of(pair.reference()));
        html.close().close();
    }

    private void writePictures(EvaluatedPair pair) {
        try {
            List<OutlierPictures.Picture> found = pictures.of(pair);
            html.open("div", "class", "pictures");
            for (OutlierPictures.Picture picture : found) {
                html.open("figure");
                html.empty(
                        "img",
                        "alt",
                        picture.caption(),
                        "src",
                        picture.thumbnail().dataUri());
                html.element("figcaption", picture.caption()).close();
            }
            html.close();
        } catch (ImageException e) {
            html.element("p", "No pictures: " + e.getMessage(), "class", "warning");
        }
    }
}
