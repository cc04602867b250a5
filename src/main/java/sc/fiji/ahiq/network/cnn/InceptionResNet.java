/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.cnn;

import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.network.cnn.CnnLayers.Shape;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/**
 * Inception-ResNet-v2 (Szegedy et al., AAAI 2017) up to its ten blocks of the finest grid. Its taps are Mixed_5b and
 * the blocks 2, 4, 6, 8 and 10, side by side, as the published code of AHIQ extracts them: 1920 channels, resampled to
 * a position for every 8 x 8 pixels.
 */
public record InceptionResNet() implements CnnBranch {

    static final String NAME = "inception_resnet_v2";

    private static final double EPSILON = 1e-3;
    private static final int CHANNELS = 320;
    private static final int TAPS = 6;
    private static final int BLOCKS = 10;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> toYaml() {
        return Map.of("type", NAME);
    }

    @Override
    public int channels() {
        return TAPS * CHANNELS;
    }

    @Override
    public int stride() {
        return 8;
    }

    @Override
    public List<String> sources() {
        return List.of("layer", "inception");
    }

    @Override
    public String module() {
        return "ahiq.inception.InceptionResNet";
    }

    @Override
    public ScriptModule build(CnnLayers layers, int crop) {
        return new Builder(layers).network(crop);
    }

    /** The layers in the order of the data flow. */
    private static final class Builder {

        private final CnnLayers layers;
        private int side;

        Builder(CnnLayers layers) {
            this.layers = layers;
        }

        private ScriptModule layer(String name, Shape shape, int stride, int padding) {
            String prefix = name + ".";
            return layers.layer(prefix + "conv", prefix + "bn", shape, stride, padding, EPSILON, (long) side * side);
        }

        /** One that keeps the size. */
        private ScriptModule layer(String name, int in, int out, int kernel) {
            Shape shape = new Shape(in, out, kernel);
            return layer(name, shape, 1, shape.padding());
        }

        ScriptModule network(int crop) {
            ScriptModule network = new ScriptModule("ahiq.inception.InceptionResNet");
            side = half(crop);
            network.set("conv1a", layer("conv2d_1a", new Shape(3, 32, 3), 2, 0));
            side -= 2;
            network.set("conv2a", layer("conv2d_2a", new Shape(32, 32, 3), 1, 0));
            network.set("conv2b", layer("conv2d_2b", 32, 64, 3));
            side = half(side);
            network.set("conv3b", layer("conv2d_3b", 64, 80, 1));
            side -= 2;
            network.set("conv4a", layer("conv2d_4a", new Shape(80, 192, 3), 1, 0));
            side = half(side);
            network.set("mixed5b", mixed());
            for (int i = 0; i < BLOCKS; i++) {
                network.set("block" + i, block("repeat." + i + "."));
            }
            return network;
        }

        /** Of 3 x 3 pixels with stride 2 and without padding. */
        private static int half(int side) {
            return (side - 3) / 2 + 1;
        }

        private ScriptModule mixed() {
            return new ScriptModule("ahiq.inception.Mixed5b")
                    .set("branch0", layer("mixed_5b.branch0", 192, 96, 1))
                    .set("branch1_0", layer("mixed_5b.branch1.0", 192, 48, 1))
                    .set("branch1_1", layer("mixed_5b.branch1.1", 48, 64, 5))
                    .set("branch2_0", layer("mixed_5b.branch2.0", 192, 64, 1))
                    .set("branch2_1", layer("mixed_5b.branch2.1", 64, 96, 3))
                    .set("branch2_2", layer("mixed_5b.branch2.2", 96, 96, 3))
                    .set("branch3", layer("mixed_5b.branch3.1", 192, 64, 1));
        }

        private ScriptModule block(String prefix) {
            ScriptModule block = new ScriptModule("ahiq.inception.Block35")
                    .set("branch0", layer(prefix + "branch0", CHANNELS, 32, 1))
                    .set("branch1_0", layer(prefix + "branch1.0", CHANNELS, 32, 1))
                    .set("branch1_1", layer(prefix + "branch1.1", 32, 32, 3))
                    .set("branch2_0", layer(prefix + "branch2.0", CHANNELS, 32, 1))
                    .set("branch2_1", layer(prefix + "branch2.1", 32, 48, 3))
                    .set("branch2_2", layer(prefix + "branch2.2", 48, 64, 3));
            layers.setBiased(block, "join", prefix + "conv2d", new Shape(128, CHANNELS, 1), (long) side * side);
            return block;
        }
    }
}
