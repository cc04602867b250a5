/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/**
 * IQT over Inception-ResNet-v2.
 *
 * @param tokens of a crop, without the class token
 * @param dim of a token
 * @param layers of encoder and decoder each
 * @param projection hidden width of the last two layers
 */
record IqtNetwork(long tokens, long dim, int layers, long projection) implements LearnedNetwork {

    private static final long HEADS = 4;
    private static final long HIDDEN = 1024;

    @Override
    public ScriptModule root(ModuleWeights weights) {
        ScriptModule root = new ScriptModule("learned.iqt.Iqt")
                .set("features", new InceptionModules(weights).root())
                .set("encoder", layers(weights, "transformer.encoder."))
                .set("decoder", decoder(weights));
        weights.biased(root, "enter", "conv_enc", dim, 1920, 1, 1);
        return root.set("projection0_weight", weights.get("projection.0.weight", projection, dim))
                .set("projection2_weight", weights.get("projection.2.weight", 1, projection));
    }

    private ScriptModule decoder(ModuleWeights weights) {
        String part = "transformer.decoder.";
        ScriptModule decoder = new ScriptModule("learned.iqt.Decoder")
                .set("layers", layers(weights, part))
                .set("memory_attention", attention(weights, part, "dec_enc_attn"));
        weights.stackedBiased(decoder, "norm3", named(part, "layer_norm3"), dim);
        return decoder;
    }

    private ScriptModule layers(ModuleWeights weights, String part) {
        ScriptModule module = new ScriptModule("learned.iqt.Layers")
                .set("attention", attention(weights, part, "self_attn"))
                .set("cls_token", weights.get(part + "cls_token", 1, 1, dim))
                .set("pos_embedding", weights.get(part + "pos_embedding", 1, tokens + 1, dim));
        weights.stackedBiased(module, "norm1", named(part, "layer_norm1"), dim);
        weights.stackedBiased(module, "norm2", named(part, "layer_norm2"), dim);
        weights.stackedBiased(module, "wide", named(part, "pos_ffn.conv1"), HIDDEN, dim, 1);
        weights.stackedBiased(module, "narrow", named(part, "pos_ffn.conv2"), dim, HIDDEN, 1);
        return module;
    }

    private ScriptModule attention(ModuleWeights weights, String part, String name) {
        ScriptModule attention = new ScriptModule("learned.iqt.Attention");
        weights.stackedBiased(attention, "query", named(part, name + ".W_Q"), HEADS * dim, dim);
        weights.stackedBiased(attention, "key", named(part, name + ".W_K"), HEADS * dim, dim);
        weights.stackedBiased(attention, "value", named(part, name + ".W_V"), HEADS * dim, dim);
        weights.stackedBiased(attention, "out", named(part, name + ".linear"), dim, HEADS * dim);
        return attention;
    }

    private List<String> named(String part, String layer) {
        return IntStream.range(0, layers)
                .mapToObj(i -> part + "layers." + i + "." + layer)
                .toList();
    }

    @Override
    public List<String> sources() {
        return List.of("iqt", "inception", "convnorm");
    }

    @Override
    public String halfLayers() {
        return ".*\\.conv\\.weight|repeat\\.\\d\\.conv2d\\..*";
    }
}
