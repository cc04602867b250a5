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
     * @param vectors how many support vectors there are, of metrics that have such
     */
    void ask(ModuleWeights weights, int vectors);
}
