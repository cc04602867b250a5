/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.util.List;
import java.util.function.ToDoubleFunction;
import sc.fiji.ahiq.study.stats.Correlation;
import sc.fiji.ahiq.study.stats.Logistic;

/**
 * Agreement of scores with opinions; positive if the method is right. Of several splits, medians.
 *
 * @param plcc of the scores as they are
 * @param plccMapped of the scores mapped by a logistic curve of five parameters
 * @param srocc rank correlation
 * @param main |SROCC| + |PLCC| of the scores as they are
 * @param pairs how many pairs were compared
 */
record ComputedFigures(double plcc, double plccMapped, double srocc, double main, int pairs) {

    /** @param scores higher is better; neither they nor the opinions are all equal */
    static ComputedFigures of(double[] scores, double[] opinions) {
        double plcc = Correlation.plcc(scores, opinions);
        double srocc = Correlation.srocc(scores, opinions);
        double[] mapped = Logistic.FIVE_PARAMETERS.fit(scores, opinions).map(scores);
        return new ComputedFigures(
                plcc, Correlation.plcc(mapped, opinions), srocc, Math.abs(plcc) + Math.abs(srocc), scores.length);
    }

    static ComputedFigures median(List<ComputedFigures> splits) {
        return new ComputedFigures(
                median(splits, ComputedFigures::plcc),
                median(splits, ComputedFigures::plccMapped),
                median(splits, ComputedFigures::srocc),
                median(splits, ComputedFigures::main),
                (int) median(splits, ComputedFigures::pairs));
    }

    private static double median(List<ComputedFigures> splits, ToDoubleFunction<ComputedFigures> figure) {
        double[] sorted = splits.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
