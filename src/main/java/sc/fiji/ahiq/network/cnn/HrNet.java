/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.cnn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.network.cnn.CnnLayers.Shape;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/**
 * A high-resolution network (Wang et al., TPAMI 2020) without its classification head. Its taps are the outputs of the
 * four branches of the last stage, upsampled to the finest one and side by side: 15 times its width, 720 channels of
 * {@code hrnet_w48}.
 *
 * @param width channels of the finest branch; the others have twice, 4 and 8 times as many
 */
public record HrNet(int width) implements CnnBranch {

    static final String PATTERN = "hrnet_w[1-9]\\d{0,2}";

    private static final String PREFIX = "hrnet_w";
    private static final double EPSILON = 1e-5;
    private static final int STEM = 64;
    private static final int FIRST_STAGE = 256;
    private static final int BLOCKS = 4;
    private static final int COARSEST = 32;

    /** @param name one that {@link #PATTERN} matches */
    static HrNet named(String name) {
        return new HrNet(Integer.parseInt(name.substring(PREFIX.length())));
    }

    @Override
    public String name() {
        return PREFIX + width;
    }

    @Override
    public Map<String, Object> toYaml() {
        return Map.of("type", name());
    }

    @Override
    public int channels() {
        return 15 * width;
    }

    @Override
    public int stride() {
        return 4;
    }

    @Override
    public Optional<String> problem(int crop) {
        return crop % COARSEST == 0
                ? Optional.empty()
                : Optional.of("crop " + crop + " is not a multiple of " + COARSEST + ", as " + name() + " needs it");
    }

    @Override
    public List<String> sources() {
        return List.of("layer", "hrnet");
    }

    @Override
    public String module() {
        return "ahiq.hrnet.HighResolution";
    }

    @Override
    public ScriptModule build(CnnLayers layers, int crop) {
        return new Builder(layers, crop).network();
    }

    /** The layers in the order of the data flow. */
    private final class Builder {

        private final CnnLayers layers;
        private final int crop;

        Builder(CnnLayers layers, int crop) {
            this.layers = layers;
            this.crop = crop;
        }

        /** @param side of the output */
        private ScriptModule layer(String convolution, String norm, Shape shape, int stride, int side) {
            return layers.layer(convolution, norm, shape, stride, shape.padding(), EPSILON, (long) side * side);
        }

        /** Height and width of a branch. */
        private int side(int branch) {
            return crop >> 2 + branch;
        }

        private int channels(int branch) {
            return width << branch;
        }

        ScriptModule network() {
            ScriptModule network = new ScriptModule(HrNet.this.module())
                    .set("conv1", layer("conv1", "bn1", new Shape(3, STEM, 3), 2, crop / 2))
                    .set("conv2", layer("conv2", "bn2", new Shape(STEM, STEM, 3), 2, side(0)));
            addFirstStage(network);
            network.set("transition0", transition("transition1.0.", FIRST_STAGE, 0, 1));
            network.set("transition1", transition("transition1.1.0.", FIRST_STAGE, 1, 2));
            network.set("stage2", module("stage2.0.", 2));
            network.set("transition2", transition("transition2.2.0.", channels(1), 2, 2));
            for (int i = 0; i < 4; i++) {
                network.set("stage3_" + i, module("stage3." + i + ".", 3));
            }
            network.set("transition3", transition("transition3.3.0.", channels(2), 3, 2));
            for (int i = 0; i < 3; i++) {
                network.set("stage4_" + i, module("stage4." + i + ".", 4));
            }
            return network;
        }

        private void addFirstStage(ScriptModule network) {
            ScriptModule[] blocks = new ScriptModule[BLOCKS];
            blocks[0] = bottleneck("layer1.0.", STEM);
            ScriptModule downsample = layer(
                    "layer1.0.downsample.0", "layer1.0.downsample.1", new Shape(STEM, FIRST_STAGE, 1), 1, side(0));
            for (int i = 1; i < BLOCKS; i++) {
                blocks[i] = bottleneck("layer1." + i + ".", FIRST_STAGE);
            }
            for (int i = 0; i < BLOCKS; i++) {
                network.set("block" + i, blocks[i]);
            }
            network.set("downsample", downsample);
        }

        private ScriptModule bottleneck(String prefix, int in) {
            return new ScriptModule("ahiq.hrnet.Bottleneck")
                    .set("conv1", layer(prefix + "conv1", prefix + "bn1", new Shape(in, STEM, 1), 1, side(0)))
                    .set("conv2", layer(prefix + "conv2", prefix + "bn2", new Shape(STEM, STEM, 3), 1, side(0)))
                    .set("conv3", layer(prefix + "conv3", prefix + "bn3", new Shape(STEM, FIRST_STAGE, 1), 1, side(0)));
        }

        private ScriptModule transition(String prefix, int in, int branch, int stride) {
            return layer(prefix + "0", prefix + "1", new Shape(in, channels(branch), 3), stride, side(branch));
        }

        private ScriptModule module(String prefix, int branches) {
            ScriptModule module = new ScriptModule("ahiq.hrnet.Module" + branches);
            for (int i = 0; i < branches; i++) {
                module.set("branch" + i, branch(prefix + "branches." + i + ".", i));
            }
            for (int to = 0; to < branches; to++) {
                for (int from = 0; from < branches; from++) {
                    String exchange = prefix + "fuse_layers." + to + "." + from + ".";
                    if (from > to) {
                        Shape shape = new Shape(channels(from), channels(to), 1);
                        module.set("up" + to + from, layer(exchange + "0", exchange + "1", shape, 1, side(from)));
                    } else {
                        addDown(module, exchange, from, to);
                    }
                }
            }
            return module;
        }

        private ScriptModule branch(String prefix, int branch) {
            ScriptModule blocks = new ScriptModule("ahiq.hrnet.Branch");
            Shape shape = new Shape(channels(branch), channels(branch), 3);
            for (int i = 0; i < BLOCKS; i++) {
                String block = prefix + i + ".";
                blocks.set(
                        "block" + i,
                        new ScriptModule("ahiq.hrnet.BasicBlock")
                                .set("conv1", layer(block + "conv1", block + "bn1", shape, 1, side(branch)))
                                .set("conv2", layer(block + "conv2", block + "bn2", shape, 1, side(branch))));
            }
            return blocks;
        }

        /** A chain of convolutions, the last of which widens. */
        private void addDown(ScriptModule module, String exchange, int from, int to) {
            int steps = to - from;
            for (int step = 0; step < steps; step++) {
                String name = "down" + to + from + (steps == 1 ? "" : "abc".substring(step, step + 1));
                Shape shape = new Shape(channels(from), channels(step == steps - 1 ? to : from), 3);
                String prefix = exchange + step + ".";
                module.set(name, layer(prefix + "0", prefix + "1", shape, 2, side(from + step + 1)));
            }
        }
    }
}
