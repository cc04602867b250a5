/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.List;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/** PieAPP v0.1. */
record PieAppNetwork() implements LearnedNetwork {

    private static final int[] OUT = {64, 64, 64, 128, 128, 128, 256, 256, 256, 512, 512};

    @Override
    public ScriptModule root(ModuleWeights weights) {
        ScriptModule module = new ScriptModule("learned.pieapp.PieApp");
        for (int i = 0; i < OUT.length; i++) {
            String layer = "conv" + (i + 1);
            module.set(layer, weights.convolution(layer, OUT[i], i == 0 ? 3 : OUT[i - 1]));
        }
        weights.biased(module, "fc1_score", "fc1_score", 512, 120832);
        weights.biased(module, "fc2_score", "fc2_score", 1, 512);
        weights.biased(module, "fc1_weight", "fc1_weight", 512, 2048);
        weights.biased(module, "fc2_weight", "fc2_weight", 1, 512);
        weights.biased(module, "subtract", "ref_score_subtract", 1);
        return module;
    }

    @Override
    public List<String> sources() {
        return List.of("pieapp", "conv");
    }

    @Override
    public String halfLayers() {
        return "conv\\d+\\..*";
    }
}
