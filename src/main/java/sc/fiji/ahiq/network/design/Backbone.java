/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.List;
import java.util.stream.Stream;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/** A network for classification whose features are compared, with the names that torchvision gives its layers. */
enum Backbone {
    ALEX(List.of("alexnet", "conv", "blur"), 64, 192, 384, 256, 256) {
        @Override
        ScriptModule module(ModuleWeights weights, String[] layers) {
            return new ScriptModule("learned.alexnet.AlexNet")
                    .set("blur", blur())
                    .set("conv0", weights.convolution(layers[0], 4, 2, 64, 3, 11))
                    .set("conv1", weights.convolution(layers[1], 1, 2, 192, 64, 5))
                    .set("conv2", weights.convolution(layers[2], 384, 192))
                    .set("conv3", weights.convolution(layers[3], 256, 384))
                    .set("conv4", weights.convolution(layers[4], 256, 256));
        }

        @Override
        String[] layers() {
            return named("features.", "0", "3", "6", "8", "10");
        }

        @Override
        String[] shiftTolerantLayers() {
            return named("net.slice", "1.0", "2.5", "3.9", "4.11", "5.13");
        }
    },
    VGG(List.of("vgg16", "conv", "blur"), 64, 128, 256, 512, 512) {
        @Override
        ScriptModule module(ModuleWeights weights, String[] layers) {
            ScriptModule module = new ScriptModule("learned.vgg16.Vgg16").set("blur", blur());
            int[] out = {64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512};
            for (int i = 0; i < out.length; i++) {
                module.set("conv" + i, weights.convolution(layers[i], out[i], i == 0 ? 3 : out[i - 1]));
            }
            return module;
        }

        @Override
        String[] layers() {
            return named("features.", "0", "2", "5", "7", "10", "12", "14", "17", "19", "21", "24", "26", "28");
        }

        @Override
        String[] shiftTolerantLayers() {
            return named(
                    "net.slice",
                    "1.0",
                    "1.2",
                    "2.6",
                    "2.8",
                    "3.12",
                    "3.14",
                    "3.16",
                    "4.20",
                    "4.22",
                    "4.24",
                    "5.28",
                    "5.30",
                    "5.32");
        }
    },
    SQUEEZE(List.of("squeezenet", "conv"), 64, 128, 256, 384, 384, 512, 512) {
        @Override
        ScriptModule module(ModuleWeights weights, String[] layers) {
            ScriptModule module = new ScriptModule("learned.squeezenet.SqueezeNet");
            module.set("conv0", weights.convolution(layers[0], 2, 0, 64, 3, 3));
            int[][] fires = {
                {3, 64, 16, 64},
                {4, 128, 16, 64},
                {6, 128, 32, 128},
                {7, 256, 32, 128},
                {9, 256, 48, 192},
                {10, 384, 48, 192},
                {11, 384, 64, 256},
                {12, 512, 64, 256}
            };
            for (int[] fire : fires) {
                module.set("fire" + fire[0], fire(weights, "features." + fire[0], fire[1], fire[2], fire[3]));
            }
            return module;
        }

        @Override
        String[] layers() {
            return named("features.", "0");
        }

        @Override
        String[] shiftTolerantLayers() {
            throw new UnsupportedOperationException("SqueezeNet has no shift-tolerant form");
        }
    };

    private final List<String> sources;
    private final long[] tapChannels;

    Backbone(List<String> sources, long... tapChannels) {
        this.sources = sources;
        this.tapChannels = tapChannels;
    }

    /** @param layers names of the convolutions in the file */
    abstract ScriptModule module(ModuleWeights weights, String[] layers);

    abstract String[] layers();

    abstract String[] shiftTolerantLayers();

    /** Names of the source files of its modules, and of one that has it for features. */
    List<String> sourcesWith(String network) {
        return Stream.concat(Stream.of(network), sources.stream()).toList();
    }

    long[] tapChannels() {
        return tapChannels.clone();
    }

    private static String[] named(String prefix, String... layers) {
        String[] names = layers.clone();
        for (int i = 0; i < names.length; i++) {
            names[i] = prefix + names[i];
        }
        return names;
    }

    private static ScriptModule fire(ModuleWeights weights, String layer, long in, long squeeze, long expand) {
        return new ScriptModule("learned.squeezenet.Fire")
                .set("squeeze", weights.convolution(layer + ".squeeze", 1, 0, squeeze, in, 1))
                .set("expand1", weights.convolution(layer + ".expand1x1", 1, 0, expand, squeeze, 1))
                .set("expand3", weights.convolution(layer + ".expand3x3", expand, squeeze));
    }

    private static ScriptModule blur() {
        float[] kernel = {1, 2, 1, 2, 4, 2, 1, 2, 1};
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= 16;
        }
        return new ScriptModule("learned.blur.Blur").set("kernel", Tensor.of(kernel, 1, 1, 3, 3));
    }
}
