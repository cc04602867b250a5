/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import sc.fiji.ahiq.network.torchscript.ScriptModule;

/** The first part of Inception-ResNet-v2, with the names of timm and Cadene. */
final class InceptionModules {

    private static final int BLOCKS = 10;
    private static final long CHANNELS = 320;

    private final ModuleWeights weights;

    InceptionModules(ModuleWeights weights) {
        this.weights = weights;
    }

    ScriptModule root() {
        ScriptModule root = new ScriptModule("learned.inception.Inception")
                .set("conv1a", convNorm("conv2d_1a", 2, 0, 32, 3, 3))
                .set("conv2a", convNorm("conv2d_2a", 1, 0, 32, 32, 3))
                .set("conv2b", convNorm("conv2d_2b", 1, 1, 64, 32, 3))
                .set("conv3b", convNorm("conv2d_3b", 1, 0, 80, 64, 1))
                .set("conv4a", convNorm("conv2d_4a", 1, 0, 192, 80, 3))
                .set("mixed", mixed());
        for (int block = 0; block < BLOCKS; block++) {
            root.set("block" + block, block("repeat." + block + "."));
        }
        return root;
    }

    private ScriptModule mixed() {
        return new ScriptModule("learned.inception.Mixed")
                .set("branch0", convNorm("mixed_5b.branch0", 1, 0, 96, 192, 1))
                .set("branch1_0", convNorm("mixed_5b.branch1.0", 1, 0, 48, 192, 1))
                .set("branch1_1", convNorm("mixed_5b.branch1.1", 1, 2, 64, 48, 5))
                .set("branch2_0", convNorm("mixed_5b.branch2.0", 1, 0, 64, 192, 1))
                .set("branch2_1", convNorm("mixed_5b.branch2.1", 1, 1, 96, 64, 3))
                .set("branch2_2", convNorm("mixed_5b.branch2.2", 1, 1, 96, 96, 3))
                .set("branch3_1", convNorm("mixed_5b.branch3.1", 1, 0, 64, 192, 1));
    }

    private ScriptModule block(String prefix) {
        ScriptModule block = new ScriptModule("learned.inception.Block")
                .set("branch0", convNorm(prefix + "branch0", 1, 0, 32, CHANNELS, 1))
                .set("branch1_0", convNorm(prefix + "branch1.0", 1, 0, 32, CHANNELS, 1))
                .set("branch1_1", convNorm(prefix + "branch1.1", 1, 1, 32, 32, 3))
                .set("branch2_0", convNorm(prefix + "branch2.0", 1, 0, 32, CHANNELS, 1))
                .set("branch2_1", convNorm(prefix + "branch2.1", 1, 1, 48, 32, 3))
                .set("branch2_2", convNorm(prefix + "branch2.2", 1, 1, 64, 48, 3));
        weights.biased(block, "join", prefix + "conv2d", CHANNELS, 128, 1, 1);
        return block;
    }

    private ScriptModule convNorm(String layer, int stride, int padding, long out, long in, long size) {
        return weights.normalised(layer + ".conv", layer + ".bn", stride, padding, out, in, size, size);
    }
}
