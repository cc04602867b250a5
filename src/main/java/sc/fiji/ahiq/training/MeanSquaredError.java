/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

/** The loss of the published training. */
record MeanSquaredError() implements Loss {

    @Override
    public double evaluate(float[] scores, float[] labels, double weight, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double error = (double) scores[i] - labels[i];
            sum += error * error;
            gradient[i] += weight * 2 * error / scores.length;
        }
        return weight * sum / scores.length;
    }
}
