/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

/**
 * Pairwise hinge: of two images with different labels the better one is to score higher by the margin, or by the
 * difference of their labels if that is smaller, but by the least margin anyhow. Mean over all such twos in the batch;
 * 0 if there are none.
 *
 * @param margin in units of the labels, at least 0
 * @param leastMargin 0 to margin
 */
record RankingLoss(double margin, double leastMargin) implements Loss {

    @Override
    public double evaluate(float[] scores, float[] labels, double weight, double[] gradient) {
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                count += labels[i] > labels[j] ? 1 : 0;
            }
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                double wanted = Math.max(leastMargin, Math.min(margin, (double) labels[i] - labels[j]));
                double missing = wanted - ((double) scores[i] - scores[j]);
                if (labels[i] > labels[j] && missing > 0) {
                    sum += missing;
                    gradient[i] -= weight / count;
                    gradient[j] += weight / count;
                }
            }
        }
        return count == 0 ? 0 : weight * sum / count;
    }
}
