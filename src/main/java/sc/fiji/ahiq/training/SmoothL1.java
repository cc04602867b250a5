/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

/**
 * Mean of |e| less half of beta, but e^2 / (2 beta) where |e| is below beta: errors of opinions are not to weigh by
 * their squares. Beta is 0.1 of the range of the labels.
 */
record SmoothL1() implements Loss {

    private static final double BETA = 0.1;

    @Override
    public double evaluate(float[] scores, float[] labels, double weight, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double error = (double) scores[i] - labels[i];
            boolean small = Math.abs(error) < BETA;
            sum += small ? error * error / (2 * BETA) : Math.abs(error) - BETA / 2;
            gradient[i] += weight * (small ? error / BETA : Math.signum(error)) / scores.length;
        }
        return weight * sum / scores.length;
    }
}
