/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.List;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/** TOPIQ, full reference: CFANet over ResNet-50. */
record TopiqNetwork() implements LearnedNetwork {

    private static final int[] BLOCKS = {3, 4, 6, 3};
    private static final long[] CHANNELS = {64, 256, 512, 1024, 2048};
    private static final long DIM = 256;
    private static final long HIDDEN = 1024;

    @Override
    public ScriptModule root(ModuleWeights weights) {
        ScriptModule root = new ScriptModule("learned.topiq.Topiq")
                .set("features", resnet(weights))
                .set("h_emb", weights.get("h_emb", 1, DIM / 2, 32, 1))
                .set("w_emb", weights.get("w_emb", 1, DIM / 2, 1, 32))
                .set("pooling", encoder(weights, "attn_pool."))
                .set("mean", ModuleWeights.channels(0.485f, 0.456f, 0.406f))
                .set("std", ModuleWeights.channels(0.229f, 0.224f, 0.225f));
        for (int i = 0; i < CHANNELS.length; i++) {
            root.set("level" + i, level(weights, i));
        }
        for (int i = 0; i < CHANNELS.length - 1; i++) {
            root.set("cross" + i, cross(weights, "attn_blks." + i + ".layers.0."));
        }
        weights.biased(root, "norm0", "score_linear.0", DIM);
        weights.biased(root, "linear1", "score_linear.1", DIM, DIM);
        weights.biased(root, "norm3", "score_linear.3", DIM);
        weights.biased(root, "linear4", "score_linear.4", DIM, DIM);
        weights.biased(root, "linear6", "score_linear.6", 1, DIM);
        return root;
    }

    private static ScriptModule level(ModuleWeights weights, int i) {
        ScriptModule level = new ScriptModule("learned.topiq.Level")
                .set("attention", encoder(weights, "sa_attn_blks." + i + ".layers.0."));
        weights.biased(level, "pool0", "weight_pool." + i + ".0", 64, CHANNELS[i], 1, 1);
        weights.biased(level, "pool2", "weight_pool." + i + ".2", 64, 64, 3, 3);
        weights.biased(level, "pool4", "weight_pool." + i + ".4", 1, 64, 3, 3);
        weights.biased(level, "reduce", "dim_reduce." + i + ".0", DIM, 3 * CHANNELS[i], 1, 1);
        return level;
    }

    private static ScriptModule encoder(ModuleWeights weights, String prefix) {
        ScriptModule encoder = attention("learned.topiq.Encoder", weights, prefix, "self_attn");
        weights.biased(encoder, "norm1", prefix + "norm1", DIM);
        weights.biased(encoder, "norm2", prefix + "norm2", DIM);
        return encoder;
    }

    private static ScriptModule cross(ModuleWeights weights, String prefix) {
        ScriptModule cross = attention("learned.topiq.Cross", weights, prefix, "multihead_attn");
        weights.biased(cross, "norm1", prefix + "norm1", DIM);
        weights.biased(cross, "norm2", prefix + "norm2", DIM);
        weights.biased(cross, "norm3", prefix + "norm3", DIM);
        return cross;
    }

    private static ScriptModule attention(String type, ModuleWeights weights, String prefix, String attention) {
        ScriptModule module = new ScriptModule(type)
                .set("in_weight", weights.get(prefix + attention + ".in_proj_weight", 3 * DIM, DIM))
                .set("in_bias", weights.get(prefix + attention + ".in_proj_bias", 3 * DIM));
        weights.biased(module, "out", prefix + attention + ".out_proj", DIM, DIM);
        weights.biased(module, "linear1", prefix + "linear1", HIDDEN, DIM);
        weights.biased(module, "linear2", prefix + "linear2", DIM, HIDDEN);
        return module;
    }

    private static ScriptModule resnet(ModuleWeights weights) {
        String model = "semantic_model.";
        ScriptModule resnet = new ScriptModule("learned.resnet50.ResNet50")
                .set("stem", weights.normalised(model + "conv1", model + "bn1", 2, 3, 64, 3, 7, 7));
        long in = 64;
        for (int stage = 1; stage <= BLOCKS.length; stage++) {
            String layer = model + "layer" + stage + ".";
            int stride = stage == 1 ? 1 : 2;
            long out = CHANNELS[stage];
            String down = layer + "0.downsample.";
            resnet.set("downsample" + stage, weights.normalised(down + "0", down + "1", stride, 0, out, in, 1, 1));
            for (int block = 0; block < BLOCKS[stage - 1]; block++) {
                resnet.set(
                        "layer" + stage + "_" + block,
                        bottleneck(weights, layer + block + ".", block == 0 ? stride : 1, block == 0 ? in : out, out));
            }
            in = out;
        }
        return resnet;
    }

    private static ScriptModule bottleneck(ModuleWeights weights, String prefix, int stride, long in, long out) {
        long width = out / 4;
        return new ScriptModule("learned.resnet50.Bottleneck")
                .set("conv1", weights.normalised(prefix + "conv1", prefix + "bn1", 1, 0, width, in, 1, 1))
                .set("conv2", weights.normalised(prefix + "conv2", prefix + "bn2", stride, 1, width, width, 3, 3))
                .set("conv3", weights.normalised(prefix + "conv3", prefix + "bn3", 1, 0, out, width, 1, 1));
    }

    @Override
    public List<String> sources() {
        return List.of("topiq", "resnet50", "convnorm");
    }

    @Override
    public String halfLayers() {
        return "semantic_model\\..*(conv\\d|downsample\\.0)\\.weight";
    }
}
