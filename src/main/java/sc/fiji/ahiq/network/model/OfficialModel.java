/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sc.fiji.ahiq.base.yaml.YamlMap;

/**
 * A published model whose weights are not part of this program: what its card in the folder {@code models} of the
 * source says.
 *
 * @param name proposed for the imported model
 * @param description one sentence
 * @param score meaning of the score
 * @param training what it was trained on
 * @param licence of its files
 * @param citation to give in a paper
 * @param command the one command that makes a model of it
 * @param metric that it is, as {@code ahiq import} calls it; empty for AHIQ
 * @param files one for each part: {@code ahiq}, {@code cnn}, {@code vit}, or those of the metric
 */
public record OfficialModel(
        String name,
        String description,
        String score,
        String training,
        String licence,
        String citation,
        String command,
        String metric,
        List<OfficialFile> files) {

    private static final String URL_PATTERN = "https://[!-~]+";
    private static final String FILE_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]*";

    /**
     * A file to download.
     *
     * @param part of the network, as in {@link WeightSource}
     * @param file its name
     * @param url where it is offered; empty if that is unknown
     * @param bytes its size; empty if that is not published
     * @param sha256 or the first digits of it; empty if no hash is published
     * @param licence of the file
     */
    public record OfficialFile(
            String part, String file, Optional<URI> url, OptionalLong bytes, String sha256, String licence) {

        /** Whether the published hash is known and is not this one. */
        public boolean contradicts(String otherSha256) {
            return !otherSha256.startsWith(sha256);
        }
    }

    public OfficialModel {
        files = List.copyOf(files);
    }

    /** The file of a part. */
    public OfficialFile file(String part) {
        return files.stream()
                .filter(file -> file.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    /** Whether all files can be downloaded. */
    public boolean isFetchable() {
        return files.stream().allMatch(file -> file.url().isPresent());
    }

    static OfficialModel fromYaml(YamlMap yaml) {
        yaml.integer("format", 1, 1);
        OfficialModel model = new OfficialModel(
                yaml.text("name", ModelCard.NAME_PATTERN),
                yaml.text("description"),
                yaml.text("score"),
                yaml.text("training"),
                yaml.text("licence"),
                yaml.text("citation"),
                yaml.text("command"),
                yaml.contains("metric") ? yaml.text("metric") : "",
                yaml.maps("files").stream().map(OfficialModel::file).toList());
        yaml.rejectUnknown();
        return model;
    }

    private static OfficialFile file(YamlMap yaml) {
        OfficialFile file = new OfficialFile(
                yaml.text("part", WeightSource.PART_PATTERN),
                yaml.text("file", FILE_PATTERN),
                yaml.contains("url") ? Optional.of(URI.create(yaml.text("url", URL_PATTERN))) : Optional.empty(),
                yaml.contains("bytes")
                        ? OptionalLong.of(yaml.integer("bytes", 1, Integer.MAX_VALUE))
                        : OptionalLong.empty(),
                yaml.contains("sha256") ? yaml.text("sha256", "[0-9a-f]{8,64}") : "",
                yaml.text("licence"));
        yaml.rejectUnknown();
        return file;
    }
}
