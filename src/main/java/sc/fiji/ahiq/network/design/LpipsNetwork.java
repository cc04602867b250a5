/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/** LPIPS version 0.1 and ST-LPIPS: features of a backbone and a weight for each of their channels. */
record LpipsNetwork(Backbone backbone, boolean shiftTolerant) implements LearnedNetwork {

    @Override
    public ScriptModule root(ModuleWeights weights) {
        String[] layers = shiftTolerant ? backbone.shiftTolerantLayers() : backbone.layers();
        return new ScriptModule("learned.lpips." + className())
                .set("heads", heads(weights))
                .set("features", backbone.module(weights, layers));
    }

    private String className() {
        String net =
                switch (backbone) {
                    case ALEX -> "LpipsAlex";
                    case VGG -> "LpipsVgg";
                    case SQUEEZE -> "LpipsSqueeze";
                };
        return shiftTolerant ? "St" + net : net;
    }

    private ScriptModule heads(ModuleWeights weights) {
        List<Tensor> heads = new ArrayList<>();
        for (long channels : backbone.tapChannels()) {
            heads.add(weights.get("lin" + heads.size() + ".model.1.weight", 1, channels, 1, 1));
        }
        return new ScriptModule("learned.lpips.Heads")
                .setJoined("lin", heads)
                .set("shift", ModuleWeights.channels(-0.030f, -0.088f, -0.188f))
                .set("scale", ModuleWeights.channels(0.458f, 0.448f, 0.450f));
    }

    @Override
    public List<String> sources() {
        return backbone.sourcesWith("lpips");
    }

    @Override
    public String halfLayers() {
        return "(features|net)\\..*";
    }
}
