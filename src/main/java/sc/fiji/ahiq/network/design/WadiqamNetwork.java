/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.List;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/** WaDIQaM-FR with the layers of the IQA-PyTorch toolbox. */
record WadiqamNetwork() implements LearnedNetwork {

    private static final int[] LAYERS = {0, 2, 5, 7, 10, 12, 15, 17, 20, 22};
    private static final int[] OUT = {32, 32, 64, 64, 128, 128, 256, 256, 512, 512};

    @Override
    public ScriptModule root(ModuleWeights weights) {
        ScriptModule module = new ScriptModule("learned.wadiqam.Wadiqam");
        for (int i = 0; i < OUT.length; i++) {
            module.set("conv" + i, weights.convolution("features." + LAYERS[i], OUT[i], i == 0 ? 3 : OUT[i - 1]));
        }
        weights.biased(module, "score0", "fc_q.0", 512, 1536);
        weights.biased(module, "score3", "fc_q.3", 1, 512);
        weights.biased(module, "weight0", "fc_w.0", 512, 1536);
        weights.biased(module, "weight3", "fc_w.3", 1, 512);
        return module;
    }

    @Override
    public List<String> sources() {
        return List.of("wadiqam", "conv");
    }

    @Override
    public String halfLayers() {
        return "features\\..*";
    }
}
