/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.util.EnumMap;
import java.util.Map;
import sc.fiji.ahiq.study.stats.Correlation;
import sc.fiji.ahiq.study.stats.Deviation;

/**
 * How well the scores of a metric agree with the opinions on the same pairs.
 *
 * @param pairs number of pairs
 * @param values of all statistics
 */
public record Agreement(int pairs, Map<Statistic, Double> values) {

    /**
     * @param oriented scores, higher is better
     * @param mapped scores, mapped to the scale of the opinions
     */
    static Agreement of(double[] oriented, double[] mapped, double[] mos) {
        double plcc = Correlation.plcc(oriented, mos);
        double srocc = Correlation.srocc(oriented, mos);
        Map<Statistic, Double> values = new EnumMap<>(Statistic.class);
        values.put(Statistic.PLCC, plcc);
        values.put(Statistic.PLCC_MAPPED, Correlation.plcc(mapped, mos));
        values.put(Statistic.SROCC, srocc);
        values.put(Statistic.KROCC, Correlation.krocc(oriented, mos));
        values.put(Statistic.RMSE_MAPPED, Deviation.rmse(mapped, mos));
        values.put(Statistic.MAIN_SCORE, Math.abs(srocc) + Math.abs(plcc));
        return new Agreement(mos.length, values);
    }

    public double get(Statistic statistic) {
        return values.get(statistic);
    }
}
