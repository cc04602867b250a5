/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.List;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/** How the modules of a published metric are made of its tensors. */
interface LearnedNetwork extends MetricTensors {

    /**
     * The root module, whose {@code encode(image)} and {@code compare(reference, distorted)} take and give lists of
     * tensors.
     */
    ScriptModule root(ModuleWeights weights);

    @Override
    default void ask(ModuleWeights weights, int rows) {
        root(weights);
    }

    /** Names of the source files that its modules need, without {@code .py}. */
    List<String> sources();

    /** Regular expression of the names of tensors that 16 bits suffice for on a GPU. */
    String halfLayers();
}
