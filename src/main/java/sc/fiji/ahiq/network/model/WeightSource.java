/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import sc.fiji.ahiq.base.yaml.YamlMap;

/**
 * A file that a part of the weights was taken from.
 *
 * @param part of the network: {@code ahiq} for the heads, {@code cnn} or {@code vit}; of other metrics
 *     {@code backbone}, {@code heads} or, all in one file, {@code weights}
 * @param file its name, without folders
 * @param sha256 of the file in lower-case hexadecimal
 */
public record WeightSource(String part, String file, String sha256) {

    static final String PART_PATTERN = "ahiq|cnn|vit|backbone|heads|weights";
    static final String HASH_PATTERN = "[0-9a-f]{64}";

    static WeightSource fromYaml(YamlMap yaml) {
        WeightSource source =
                new WeightSource(yaml.text("part", PART_PATTERN), yaml.text("file"), yaml.text("sha256", HASH_PATTERN));
        yaml.rejectUnknown();
        return source;
    }
}
