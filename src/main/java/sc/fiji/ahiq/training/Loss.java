/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

/** How wrong the scores of a batch are. Immutable, thread safe. */
interface Loss {

    /**
     * The loss of a batch.
     *
     * @param scores of the network
     * @param labels in 0..1, as many
     * @param gradient the derivative of the loss by each score, times {@code weight}, is added to it
     * @return the loss times {@code weight}
     */
    double evaluate(float[] scores, float[] labels, double weight, double[] gradient);
}
