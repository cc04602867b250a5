/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

/**
 * 1 - PLCC of scores and labels in the batch: it does not care for offset and scale of the scores. Where either hardly
 * varies, it is 1 with no gradient.
 */
record LinearityLoss() implements Loss {

    private static final double NEGLIGIBLE_VARIANCE = 1e-12;

    @Override
    public double evaluate(float[] scores, float[] labels, double weight, double[] gradient) {
        int n = scores.length;
        double meanScore = mean(scores);
        double meanLabel = mean(labels);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            double x = scores[i] - meanScore;
            double y = labels[i] - meanLabel;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        if (xx < n * NEGLIGIBLE_VARIANCE || yy < n * NEGLIGIBLE_VARIANCE) {
            return weight;
        }
        double norm = Math.sqrt(xx * yy);
        for (int i = 0; i < n; i++) {
            double x = scores[i] - meanScore;
            double y = labels[i] - meanLabel;
            gradient[i] -= weight * (y - xy / xx * x) / norm;
        }
        return weight * (1 - xy / norm);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
