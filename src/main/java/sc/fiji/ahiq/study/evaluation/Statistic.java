/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

/**
 * A measure of how well the scores of a metric agree with opinions. Coefficients are in -1..1 and positive if the
 * metric is right, also where its low scores are the good ones; NaN where they are undefined, such as for a single
 * pair.
 */
public enum Statistic {
    /** Linear correlation by Pearson of the scores as they are. */
    PLCC("plcc", "PLCC"),

    /** Linear correlation of the scores mapped to the scale of the opinions. */
    PLCC_MAPPED("plcc_mapped", "PLCC mapped"),

    /** Rank correlation by Spearman. */
    SROCC("srocc", "SROCC"),

    /** Rank correlation by Kendall, tau-b. */
    KROCC("krocc", "KROCC"),

    /** Root of the mean squared difference of mapped scores and opinions, in units of the opinions. */
    RMSE_MAPPED("rmse_mapped", "RMSE mapped"),

    /** The main score of the NTIRE challenges, with the correlation of the scores as they are: in 0..2. */
    MAIN_SCORE("main_score", "|SROCC| + |PLCC|");

    private final String column;
    private final String label;

    Statistic(String column, String label) {
        this.column = column;
        this.label = label;
    }

    /** In tables, such as {@code plcc_mapped}. */
    public String column() {
        return column;
    }

    /** For people, such as {@code PLCC mapped}. */
    public String label() {
        return label;
    }
}
