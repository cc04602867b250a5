/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import sc.fiji.ahiq.network.cnn.CnnBranch;
import sc.fiji.ahiq.network.cnn.HrNet;
import sc.fiji.ahiq.network.cnn.InceptionResNet;
import sc.fiji.ahiq.network.cnn.ResNet;

/**
 * The networks that the paper compares: the published ones, and the rows of table 6 (fusion), table 7 (backbones) and
 * table 8 (pooling), by the names that these have in {@code ahiq reproduce}. Some rows are one network.
 */
public enum PaperNetwork {
    VIT_B8(ResNet.resnet50(), 8),
    VIT_B16(ResNet.resnet50(), 16),
    DEFORM_CONCAT(FusionType.DEFORMABLE, Pooling.PATCH),
    CONCAT(FusionType.CONCAT, Pooling.PATCH),
    CNN(FusionType.CNN, Pooling.PATCH),
    VIT(FusionType.VIT, Pooling.PATCH),
    RESNET50_B8(ResNet.resnet50(), 8),
    RESNET101_B8(new ResNet("resnet101", 64, 64, 256, false), 8),
    RESNET152_B8(new ResNet("resnet152", 64, 64, 256, false), 8),
    /** The row {@link #RESNET152_B8} with the taps of the second stage. */
    RESNET152_LAYER2_B8(new ResNet("resnet152", 64, 64, 256, true), 8),
    HRNET_B8(new HrNet(48), 8),
    INCEPTION_RESNET_V2_B8(new InceptionResNet(), 8),
    RESNET50_B16(ResNet.resnet50(), 16),
    PATCH(FusionType.DEFORMABLE, Pooling.PATCH),
    SPATIAL(FusionType.DEFORMABLE, Pooling.SPATIAL),
    PATCH_SPATIAL(FusionType.DEFORMABLE, Pooling.BOTH);

    private final UnaryOperator<Architecture> variant;

    PaperNetwork(FusionType fusion, Pooling pooling) {
        this.variant = base -> base.withFusion(fusion).withPooling(pooling);
    }

    PaperNetwork(CnnBranch cnn, int patch) {
        this.variant = base -> (cnn.name().equals(base.cnn().name()) ? base : base.withCnn(cnn))
                .withPatch(patch)
                .withFusion(FusionType.DEFORMABLE)
                .withPooling(Pooling.PATCH);
    }

    /** Empty if there is none of this name. */
    public static Optional<PaperNetwork> named(String name) {
        return Stream.of(values())
                .filter(network -> network.toString().equals(name))
                .findFirst();
    }

    /** One name for each network. */
    public static List<String> distinctNames() {
        Map<Architecture, String> names = new LinkedHashMap<>();
        for (PaperNetwork network : values()) {
            names.putIfAbsent(network.architecture(), network.toString());
        }
        return List.copyOf(names.values());
    }

    /** In the sizes of the paper. */
    public Architecture architecture() {
        return of(Architecture.vitB8());
    }

    /** In other sizes, those of a network with both branches. */
    public Architecture of(Architecture base) {
        return variant.apply(base);
    }

    /** Whether a network of any sizes differs from others of the paper as this one does. */
    public boolean isOne(Architecture architecture) {
        return of(architecture).equals(architecture);
    }

    /** As options and files call it, such as {@code resnet50-b8}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
