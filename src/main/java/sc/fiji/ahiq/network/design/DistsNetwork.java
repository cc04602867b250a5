/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.List;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/**
 * DISTS: statistics of the features of VGG16; its weights {@code alpha} and {@code beta} are not part of the modules.
 */
record DistsNetwork() implements LearnedNetwork {

    private static final long CHANNELS = 1475;

    @Override
    public ScriptModule root(ModuleWeights weights) {
        weights.get("alpha", 1, CHANNELS, 1, 1);
        weights.get("beta", 1, CHANNELS, 1, 1);
        return new ScriptModule("learned.dists.Dists")
                .set("features", Backbone.VGG.module(weights, Backbone.VGG.layers()))
                .set("mean", ModuleWeights.channels(0.485f, 0.456f, 0.406f))
                .set("std", ModuleWeights.channels(0.229f, 0.224f, 0.225f));
    }

    @Override
    public List<String> sources() {
        return Backbone.VGG.sourcesWith("dists");
    }

    @Override
    public String halfLayers() {
        return "features\\..*";
    }
}
