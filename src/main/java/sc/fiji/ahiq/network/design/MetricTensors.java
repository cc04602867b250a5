/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

/** The tensors of a metric. */
interface MetricTensors {

    /**
     * Asks for all tensors.
     *
     * @param rows how many support vectors or nodes of trees there are, of metrics that have such
     */
    void ask(ModuleWeights weights, int rows);

    /** How model cards call that number; empty for metrics without. */
    default String rowsKey() {
        return "";
    }
}
