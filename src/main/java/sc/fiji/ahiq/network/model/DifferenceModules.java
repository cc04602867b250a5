/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/** Module objects of a {@link DifferenceArchitecture}. */
final class DifferenceModules {

    private static final List<String> SOURCES = List.of("difference", "lite");

    private final Function<String, Tensor> weights;

    DifferenceModules(Function<String, Tensor> weights) {
        this.weights = weights;
    }

    ScriptArchive archive() {
        return archive(root());
    }

    /** Only what is trained. */
    ScriptArchive trainableArchive() {
        return archive(judgeAlone());
    }

    private static ScriptArchive archive(ScriptModule root) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String name : SOURCES) {
            String path = "ahiq/" + name + ".py";
            sources.put(path, NetworkAssembler.read(path));
        }
        return new ScriptArchive("ahiq", root, sources);
    }

    /** The root module. */
    ScriptModule root() {
        return new ScriptModule("ahiq.difference.DifferenceNetwork")
                .set("backbone", backbone())
                .set(
                        "differences",
                        new ScriptModule("ahiq.difference.Differences")
                                .set("gain", weights.apply("head.gain"))
                                .set("scale", weights.apply("head.scale")))
                .set("judge", judge());
    }

    private ScriptModule judgeAlone() {
        return new ScriptModule("ahiq.difference.JudgeNetwork")
                .set("scale", weights.apply("head.scale"))
                .set("judge", judge());
    }

    private ScriptModule backbone() {
        ScriptModule backbone = new ScriptModule("ahiq.lite.EfficientNetLite")
                .set("stem", convNorm(LiteBackbone.PREFIX + "_conv_stem", LiteBackbone.PREFIX + "_bn0", 2));
        for (LiteBackbone.Block block : LiteBackbone.BLOCKS) {
            backbone.set("block" + block.number(), block(block));
        }
        return backbone;
    }

    private ScriptModule block(LiteBackbone.Block block) {
        String prefix = block.prefix();
        ScriptModule module = new ScriptModule(block.expands() ? "ahiq.lite.Block" : "ahiq.lite.FirstBlock");
        if (block.expands()) {
            module.set("expand", convNorm(prefix + "_expand_conv", prefix + "_bn0", 1));
        }
        return module.set("depthwise", convNorm(prefix + "_depthwise_conv", prefix + "_bn1", block.stride()))
                .set("project", convNorm(prefix + "_project_conv", prefix + "_bn2", 1));
    }

    private ScriptModule convNorm(String convolution, String norm, int stride) {
        return new ScriptModule("ahiq.lite.ConvNorm")
                .set("stride", stride)
                .set("weight", weights.apply(convolution + ".weight"))
                .set("norm_weight", weights.apply(norm + ".weight"))
                .set("norm_bias", weights.apply(norm + ".bias"))
                .set("norm_mean", weights.apply(norm + ".running_mean"))
                .set("norm_var", weights.apply(norm + ".running_var"));
    }

    private ScriptModule judge() {
        return new ScriptModule("ahiq.difference.Judge")
                .set("conv0_weight", weights.apply("judge.conv0.weight"))
                .set("conv1_weight", weights.apply("judge.conv1.weight"))
                .set("distance_weight", weights.apply("judge.distance.weight"))
                .set("attention0_weight", weights.apply("judge.attention0.weight"))
                .set("attention1_weight", weights.apply("judge.attention1.weight"))
                .set("attention1_bias", weights.apply("judge.attention1.bias"));
    }
}
