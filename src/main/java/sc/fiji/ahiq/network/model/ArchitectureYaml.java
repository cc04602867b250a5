/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static sc.fiji.ahiq.network.model.ModelCard.ordered;

import java.util.Map;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.cnn.CnnBranch;
import sc.fiji.ahiq.network.design.NetworkDesign;

/** Sizes of a network as entries of a YAML file. */
public final class ArchitectureYaml {

    private static final int MAX_CHANNELS = 16384;
    private static final int MAX_JUDGES = 16;

    private ArchitectureYaml() {}

    /**
     * Reads all entries of {@code yaml}, which tell the kind of the network unless it is one of the AHIQ family.
     *
     * @throws sc.fiji.ahiq.base.error.AhiqException of the kind that {@code yaml} makes, if one is missing, unknown or
     *     out of range
     */
    public static NetworkDesign readDesign(YamlMap yaml) {
        if (!yaml.contains("kind")) {
            return read(yaml);
        }
        yaml.constant("kind", "differences");
        yaml.constant("backbone", "efficientnet-lite0");
        DifferenceArchitecture differences = new DifferenceArchitecture(
                channels(yaml, "hidden"),
                channels(yaml, "deep"),
                channels(yaml, "attention"),
                yaml.contains("judges") ? yaml.integer("judges", 1, MAX_JUDGES) : 1);
        yaml.rejectUnknown();
        return differences;
    }

    /**
     * Reads all entries of {@code yaml}.
     *
     * @throws sc.fiji.ahiq.base.error.AhiqException of the kind that {@code yaml} makes, if one is missing, unknown or
     *     out of range, or they do not fit each other
     */
    public static Architecture read(YamlMap yaml) {
        YamlMap fusion = yaml.map("fusion");
        FusionType type = FusionType.of(fusion.text("type", FusionType.pattern()));
        Architecture architecture = new Architecture(
                yaml.integer("crop", 32, 4096),
                type.hasVit() ? vit(yaml.map("vit")) : Architecture.Vit.NONE,
                type.hasCnn() ? CnnBranch.read(yaml.map("cnn")) : CnnBranch.NONE,
                new Architecture.Fusion(type, type.hasCnn() ? channels(fusion, "hidden") : 0),
                regressor(yaml.map("regressor")));
        fusion.rejectUnknown();
        yaml.rejectUnknown();
        architecture.problem().ifPresent(problem -> {
            throw yaml.error(problem);
        });
        return architecture;
    }

    private static Architecture.Vit vit(YamlMap yaml) {
        Architecture.Vit vit = new Architecture.Vit(
                yaml.integer("patch", 4, 64),
                channels(yaml, "dim"),
                yaml.integer("depth", 1, 64),
                yaml.integer("heads", 1, 64),
                channels(yaml, "mlp"));
        yaml.rejectUnknown();
        return vit;
    }

    private static Architecture.Regressor regressor(YamlMap yaml) {
        Architecture.Regressor regressor = new Architecture.Regressor(
                channels(yaml, "down"),
                channels(yaml, "smooth0"),
                channels(yaml, "smooth2"),
                channels(yaml, "conv"),
                Pooling.of(yaml.text("pooling", Pooling.pattern())));
        yaml.rejectUnknown();
        return regressor;
    }

    private static int channels(YamlMap yaml, String key) {
        return yaml.integer(key, 1, MAX_CHANNELS);
    }

    /** What {@link #readDesign} reads. */
    static Map<String, Object> write(DifferenceArchitecture d) {
        Map<String, Object> yaml = ordered(
                "kind",
                "differences",
                "backbone",
                "efficientnet-lite0",
                "hidden",
                d.hidden(),
                "deep",
                d.deep(),
                "attention",
                d.attention());
        if (d.judges() > 1) {
            yaml.put("judges", d.judges());
        }
        return yaml;
    }

    /** What {@link #read} reads. */
    static Map<String, Object> write(Architecture a) {
        FusionType type = a.fusion().type();
        Map<String, Object> yaml = ordered("crop", a.crop());
        if (type.hasVit()) {
            yaml.put("vit", write(a.vit()));
        }
        if (type.hasCnn()) {
            yaml.put("cnn", a.cnn().toYaml());
        }
        yaml.put(
                "fusion",
                type.hasCnn()
                        ? ordered("type", type.toString(), "hidden", a.fusion().hidden())
                        : ordered("type", type.toString()));
        yaml.put("regressor", write(a.regressor()));
        return yaml;
    }

    private static Map<String, Object> write(Architecture.Vit vit) {
        return ordered(
                "patch", vit.patch(), "dim", vit.dim(), "depth", vit.depth(), "heads", vit.heads(), "mlp", vit.mlp());
    }

    private static Map<String, Object> write(Architecture.Regressor r) {
        return ordered(
                "down",
                r.down(),
                "smooth0",
                r.smooth0(),
                "smooth2",
                r.smooth2(),
                "conv",
                r.conv(),
                "pooling",
                r.pooling().toString());
    }
}
