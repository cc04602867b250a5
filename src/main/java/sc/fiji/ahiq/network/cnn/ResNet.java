/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.cnn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.cnn.CnnLayers.Shape;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/**
 * A ResNet of bottlenecks (He et al., CVPR 2016). Its taps are the three blocks of the first stage, {@code layer1.0} to
 * {@code layer1.2}, side by side, as in the published network, in which ResNet-50, -101 and -152 are alike; or six of
 * the eight blocks of the second stage of ResNet-152, {@code layer2.0, .1, .3, .4, .5} and {@code .7}, as the published
 * code can extract them.
 *
 * @param name in timm, {@code resnet50}, {@code resnet101} or {@code resnet152}
 * @param stem channels of the first convolution
 * @param width inner channels of a bottleneck of the first stage
 * @param out channels of such a bottleneck
 * @param secondStage whether the taps are those of the second stage
 */
public record ResNet(String name, int stem, int width, int out, boolean secondStage) implements CnnBranch {

    static final String RESNET_50 = "resnet50";
    static final String RESNET_152 = "resnet152";
    static final String PATTERN = "resnet50|resnet101|resnet152";

    private static final int MAX_CHANNELS = 16384;
    private static final int FIRST_STAGE_BLOCKS = 3;
    private static final int SECOND_STAGE_BLOCKS = 8;
    private static final int SECOND_STAGE_TAPS = 6;

    /** A ResNet-50, or the part of any other that is the same. */
    public ResNet(int stem, int width, int out) {
        this(RESNET_50, stem, width, out, false);
    }

    /** The published one. */
    public static ResNet resnet50() {
        return new ResNet(64, 64, 256);
    }

    /** @param type its name */
    static ResNet read(String type, YamlMap yaml) {
        boolean secondStage = type.equals(RESNET_152)
                && yaml.contains("taps")
                && yaml.text("taps", "layer1|layer2").equals("layer2");
        return new ResNet(type, channels(yaml, "stem"), channels(yaml, "width"), channels(yaml, "out"), secondStage);
    }

    private static int channels(YamlMap yaml, String key) {
        return yaml.integer(key, 1, MAX_CHANNELS);
    }

    @Override
    public Map<String, Object> toYaml() {
        Map<String, Object> yaml = new LinkedHashMap<>();
        if (!name.equals(RESNET_50)) {
            yaml.put("type", name);
        }
        yaml.put("stem", stem);
        yaml.put("width", width);
        yaml.put("out", out);
        if (secondStage) {
            yaml.put("taps", "layer2");
        }
        return yaml;
    }

    @Override
    public int channels() {
        return secondStage ? SECOND_STAGE_TAPS * 2 * out : FIRST_STAGE_BLOCKS * out;
    }

    @Override
    public int stride() {
        return secondStage ? 8 : 4;
    }

    @Override
    public List<String> sources() {
        return List.of("resnet");
    }

    @Override
    public String module() {
        return secondStage ? "ahiq.resnet.SecondStage" : "ahiq.resnet.FirstStage";
    }

    @Override
    public ScriptModule build(CnnLayers layers, int crop) {
        ScriptModule cnn = new ScriptModule(module());
        cnn.set("stem", layers.convNorm("conv1", "bn1", new Shape(3, stem, 7), 2, square(crop / 2)));
        if (secondStage) {
            addStage(cnn, layers, new Stage(1, stem, width, out, 1, square(crop / 4)), FIRST_STAGE_BLOCKS, "0");
            addStage(cnn, layers, new Stage(2, out, 2 * width, 2 * out, 2, square(crop / 8)), SECOND_STAGE_BLOCKS, "1");
        } else {
            addStage(cnn, layers, new Stage(1, stem, width, out, 1, square(crop / 4)), FIRST_STAGE_BLOCKS, "");
        }
        return cnn;
    }

    private static long square(int side) {
        return (long) side * side;
    }

    /** @param stride of its first block */
    private record Stage(int number, int in, int width, int out, int stride, long positions) {}

    /** @param suffix of the attributes */
    private static void addStage(ScriptModule cnn, CnnLayers layers, Stage stage, int blocks, String suffix) {
        ScriptModule[] bottlenecks = new ScriptModule[blocks];
        bottlenecks[0] = bottleneck(layers, stage, 0);
        String first = "layer" + stage.number + ".0.";
        cnn.set(
                "downsample" + suffix,
                layers.convNorm(
                        first + "downsample.0",
                        first + "downsample.1",
                        new Shape(stage.in, stage.out, 1),
                        stage.stride,
                        stage.positions));
        for (int i = 1; i < blocks; i++) {
            bottlenecks[i] = bottleneck(layers, stage, i);
        }
        for (int i = 0; i < blocks; i++) {
            cnn.set("block" + suffix + (suffix.isEmpty() ? "" : "_") + i, bottlenecks[i]);
        }
    }

    /**
     * The first block of a later stage has its stride in the second convolution, and the first one sees the larger
     * image.
     */
    private static ScriptModule bottleneck(CnnLayers layers, Stage stage, int block) {
        String prefix = "layer" + stage.number + "." + block + ".";
        int stride = block == 0 ? stage.stride : 1;
        int in = block == 0 ? stage.in : stage.out;
        return new ScriptModule("ahiq.resnet.Bottleneck")
                .set(
                        "conv1",
                        layers.convNorm(
                                prefix + "conv1",
                                prefix + "bn1",
                                new Shape(in, stage.width, 1),
                                1,
                                stage.positions * stride * stride))
                .set(
                        "conv2",
                        layers.convNorm(
                                prefix + "conv2",
                                prefix + "bn2",
                                new Shape(stage.width, stage.width, 3),
                                stride,
                                stage.positions))
                .set(
                        "conv3",
                        layers.convNorm(
                                prefix + "conv3",
                                prefix + "bn3",
                                new Shape(stage.width, stage.out, 1),
                                1,
                                stage.positions));
    }
}
