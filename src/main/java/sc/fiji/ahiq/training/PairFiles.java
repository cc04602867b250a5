/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.nio.file.Path;
import java.util.List;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.study.dataset.Dataset;
import sc.fiji.ahiq.study.dataset.Datasets;

/**
 * Where rated pairs come from.
 *
 * @param dataset name, see {@link Datasets}; {@code csv} for a manifest
 * @param path its folder, or the manifest
 * @param times how often an epoch shows each of them
 */
public record PairFiles(String dataset, Path path, int times) {

    private static final String MANIFEST = "csv";
    private static final int MAX_TIMES = 1000;

    /** Whether there are entries to read. */
    static boolean isIn(YamlMap yaml) {
        return yaml.contains("manifest") || yaml.contains("dataset");
    }

    /** Reads all entries that were not read yet; relative paths start from {@code base}. */
    public static PairFiles read(YamlMap yaml, Path base) {
        int times = yaml.contains("times") ? yaml.integer("times", 1, MAX_TIMES) : 1;
        PairFiles files = yaml.contains("manifest")
                ? new PairFiles(MANIFEST, base.resolve(yaml.text("manifest")), times)
                : new PairFiles(yaml.text("dataset"), base.resolve(yaml.text("folder")), times);
        yaml.rejectUnknown();
        return files;
    }

    /**
     * The pairs, whose images are there.
     *
     * @throws sc.fiji.ahiq.base.error.DatasetException if the labels cannot be read or images are missing
     */
    public List<RatedPair> pairs(Progress progress) {
        Dataset found = Datasets.open(dataset, path);
        found.notes().forEach(progress::note);
        found.missingFiles().requireNone("Complete " + path + ", or leave their pairs out.");
        return found.pairs();
    }

    @Override
    public String toString() {
        return dataset.equals(MANIFEST) ? path.getFileName().toString() : dataset;
    }
}
