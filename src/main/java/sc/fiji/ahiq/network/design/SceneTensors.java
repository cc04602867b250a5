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
        public void ask(ModuleWeights weights, int rows) {
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
        public void ask(ModuleWeights weights, int rows) {
            weights.get("coef", rows);
            weights.get("sv", rows, FEATURES);
            weights.get("gamma", 1);
            weights.get("rho", 1);
            weights.get("ranges", FEATURES, 2);
        }

        @Override
        public String rowsKey() {
            return "vectors";
        }
    },
    /** The nodes of the trees of three forests, and how their results are added. */
    NRQM {
        @Override
        public void ask(ModuleWeights weights, int rows) {
            weights.get("linear", FORESTS + 1);
            weights.get("nodes", rows, NODE_COLUMNS);
        }

        @Override
        public String rowsKey() {
            return "nodes";
        }
    },
    /** Those of NIQE and of NRQM. */
    PI {
        @Override
        public void ask(ModuleWeights weights, int rows) {
            NIQE.ask(weights, rows);
            NRQM.ask(weights, rows);
        }

        @Override
        public String rowsKey() {
            return NRQM.rowsKey();
        }
    };

    private static final long FEATURES = 36;
    private static final long FORESTS = 3;

    /** Forest, tree, both children, feature, threshold and value. */
    private static final long NODE_COLUMNS = 7;
}
