/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

/** Parameters of metrics that are computed without a network, in 64 bits where their files have that. */
enum SceneTensors implements MetricTensors {
    /** Mean and covariance of the features of pristine images. */
    NIQE {
        @Override
        public void ask(ModuleWeights weights, int vectors) {
            weights.get("mu_prisparam", FEATURES);
            weights.get("cov_prisparam", FEATURES, FEATURES);
        }
    },
    /**
     * Support vectors with their coefficients, and what the regression needs besides: lowest and highest value of each
     * feature.
     */
    BRISQUE {
        @Override
        public void ask(ModuleWeights weights, int vectors) {
            weights.get("coef", vectors);
            weights.get("sv", vectors, FEATURES);
            weights.get("gamma", 1);
            weights.get("rho", 1);
            weights.get("ranges", FEATURES, 2);
        }
    };

    private static final long FEATURES = 36;
}
