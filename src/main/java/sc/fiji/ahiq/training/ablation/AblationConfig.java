/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.ablation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.PaperNetwork;
import sc.fiji.ahiq.study.reproduction.PaperTable;
import sc.fiji.ahiq.training.PairFiles;
import sc.fiji.ahiq.training.TrainingConfig;

/**
 * Which networks are trained and how, and what they are compared on. As YAML, the entries of a {@link TrainingConfig}
 * from scratch, whose network is that of the paper in other sizes, and
 *
 * <pre>{@code
 * tables: [table6, table8]
 * test:
 * - {name: held-out, manifest: held-out.csv}    # or 'dataset: NAME' and 'folder: DIR'
 * }</pre>
 *
 * @param training of the network of the paper; that of any other differs in nothing but the network
 * @param base that network
 * @param tables whose rows are trained
 * @param tests rated pairs by names for their sets
 */
public record AblationConfig(
        TrainingConfig training, Architecture base, List<PaperTable> tables, Map<String, PairFiles> tests) {

    private static final String TABLES = "table6|table8";
    private static final String SET_NAME = "[a-z0-9][a-z0-9-]{0,30}";

    /**
     * Reads a file.
     *
     * @throws UsageException if it cannot be read, or an entry is missing, unknown or out of range
     */
    public static AblationConfig read(Path file) {
        YamlMap yaml = TrainingConfig.entries(file);
        Path folder = file.toAbsolutePath().getParent();
        List<PaperTable> tables = yaml.texts("tables", TABLES).stream()
                .distinct()
                .map(PaperTable::parse)
                .toList();
        Map<String, PairFiles> tests = new LinkedHashMap<>();
        for (YamlMap set : yaml.maps("test")) {
            String name = set.text("name", SET_NAME);
            if (tests.put(name, PairFiles.read(set, folder)) != null) {
                throw yaml.error("test: expected a name of its own for each set, found " + name + " twice");
            }
        }
        if (tables.isEmpty() || tests.isEmpty()) {
            throw yaml.error("expected a table and a set to test on, found none");
        }
        TrainingConfig training = TrainingConfig.read(yaml, folder);
        if (training.start().architecture().orElse(null) instanceof Architecture base
                && PaperNetwork.DEFORM_CONCAT.isOne(base)) {
            return new AblationConfig(training, base, tables, tests);
        }
        throw yaml.error(
                "start: expected the architecture of the network of the paper in sizes of your own, with fusion"
                        + " 'deformable' and pooling 'patch', from which its variants are made");
    }
}
