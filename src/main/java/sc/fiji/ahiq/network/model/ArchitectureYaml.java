/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static sc.fiji.ahiq.network.model.ModelCard.ordered;

import java.util.Map;
import sc.fiji.ahiq.base.yaml.YamlMap;

/** Sizes of a network as entries of a YAML file. */
public final class ArchitectureYaml {

    private static final int MAX_CHANNELS = 16384;

    private ArchitectureYaml() {}

    /**
     * Reads all entries of {@code yaml}.
     *
     * @throws sc.fiji.ahiq.base.error.AhiqException of the kind that {@code yaml} makes, if one is missing, unknown or out of range,
     *     or they do not fit each other
     */
    public static Architecture read(YamlMap yaml) {
        int crop = yaml.integer("crop", 32, 4096);
        YamlMap vit = yaml.map("vit");
        YamlMap cnn = yaml.map("cnn");
        YamlMap fusion = yaml.map("fusion");
        YamlMap regressor = yaml.map("regressor");
        Architecture architecture = new Architecture(
                crop,
                new Architecture.Vit(
                        vit.integer("patch", 4, 64),
                        channels(vit, "dim"),
                        vit.integer("depth", 1, 64),
                        vit.integer("heads", 1, 64),
                        channels(vit, "mlp")),
                new Architecture.Cnn(channels(cnn, "stem"), channels(cnn, "width"), channels(cnn, "out")),
                new Architecture.Fusion(channels(fusion, "hidden")),
                new Architecture.Regressor(
                        channels(regressor, "down"),
                        channels(regressor, "smooth0"),
                        channels(regressor, "smooth2"),
                        channels(regressor, "conv")));
        fusion.constant("type", "deformable");
        regressor.constant("pooling", "patch");
        for (YamlMap part : new YamlMap[] {vit, cnn, fusion, regressor, yaml}) {
            part.rejectUnknown();
        }
        architecture.problem().ifPresent(problem -> {
            throw yaml.error(problem);
        });
        return architecture;
    }

    private static int channels(YamlMap yaml, String key) {
        return yaml.integer(key, 1, MAX_CHANNELS);
    }

    /** What {@link #read} reads. */
    static Map<String, Object> write(Architecture a) {
        Architecture.Vit vit = a.vit();
        Architecture.Cnn cnn = a.cnn();
        Architecture.Regressor r = a.regressor();
        return ordered(
                "crop",
                a.crop(),
                "vit",
                ordered(
                        "patch",
                        vit.patch(),
                        "dim",
                        vit.dim(),
                        "depth",
                        vit.depth(),
                        "heads",
                        vit.heads(),
                        "mlp",
                        vit.mlp()),
                "cnn",
                ordered("stem", cnn.stem(), "width", cnn.width(), "out", cnn.out()),
                "fusion",
                ordered("type", "deformable", "hidden", a.fusion().hidden()),
                "regressor",
                ordered(
                        "down",
                        r.down(),
                        "smooth0",
                        r.smooth0(),
                        "smooth2",
                        r.smooth2(),
                        "conv",
                        r.conv(),
                        "pooling",
                        "patch"));
    }
}
