/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.cnn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.design.TensorShapes;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/**
 * A convolutional network with its sizes, up to the layers whose outputs are features:
 * {@code (batch, height, width, channels)}. Immutable.
 */
public interface CnnBranch {

    /** In a network without one. */
    CnnBranch NONE = new ResNet(ResNet.RESNET_50, 0, 0, 0, false);

    /**
     * Reads all entries.
     *
     * @throws sc.fiji.ahiq.base.error.AhiqException of the kind that {@code yaml} makes, if one is missing, unknown or
     *     out of range
     */
    static CnnBranch read(YamlMap yaml) {
        String type = yaml.contains("type")
                ? yaml.text("type", ResNet.PATTERN + "|" + HrNet.PATTERN + "|" + InceptionResNet.NAME)
                : ResNet.RESNET_50;
        CnnBranch branch = InceptionResNet.NAME.equals(type)
                ? new InceptionResNet()
                : type.matches(HrNet.PATTERN) ? HrNet.named(type) : ResNet.read(type, yaml);
        yaml.rejectUnknown();
        return branch;
    }

    /** What {@link #read} reads. */
    Map<String, Object> toYaml();

    /** Name of the network in timm. */
    String name();

    /** Of the features of all taps together. */
    int channels();

    /** Pixels along a crop for each position of the features: 4 or 8. */
    int stride();

    /** Why it cannot see crops of this size, if so. */
    default Optional<String> problem(int crop) {
        return Optional.empty();
    }

    /** Names of the files of the network source that it is in. */
    List<String> sources();

    /** Its class in the network source. */
    String module();

    /**
     * Makes the module object of all layers in the order of the data flow.
     *
     * @param crop height and width of a crop in pixels, by which the cost is counted
     */
    ScriptModule build(CnnLayers layers, int crop);

    /** The module object with these weights. */
    default ScriptModule build(Function<String, Tensor> weights) {
        return build(new CnnLayers(weights), 0);
    }

    /** Adds names and shapes of its tensors in the order of the data flow. */
    default void addTensors(TensorShapes shapes) {
        CnnLayers layers = CnnLayers.withoutWeights();
        build(layers, 0);
        layers.shapes().byName().forEach(shapes::add);
    }

    /** Multiply-adds for a crop of this size, element-wise work apart. */
    default long multiplyAdds(int crop) {
        CnnLayers layers = CnnLayers.withoutWeights();
        build(layers, crop);
        return layers.multiplyAdds();
    }
}
