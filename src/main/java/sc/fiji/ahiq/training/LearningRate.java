/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

/**
 * The learning rate of each step: a linear warm-up, then half a cosine down to zero, and up again if the training goes
 * on, as PyTorch's {@code CosineAnnealingLR} with {@code eta_min} 0.
 *
 * @param peak above 0
 * @param warmupSteps 0 for none
 * @param cosineSteps from peak to zero, at least 1
 */
record LearningRate(double peak, int warmupSteps, long cosineSteps) {

    /** @param step from 0 */
    double at(long step) {
        if (step < warmupSteps) {
            return peak * (step + 1) / (warmupSteps + 1);
        }
        return peak * (1 + Math.cos(Math.PI * (step - warmupSteps) / cosineSteps)) / 2;
    }
}
