/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.design.MetricKind;

/** The published models that this version knows. */
public final class OfficialModels {

    /** Names of the cards: a jar cannot be asked for its files. */
    static final List<String> NAMES = List.of(
            "ahiq-vit-b8-pipal",
            "ahiq-vit-b16",
            "lpips_alex",
            "lpips_vgg",
            "lpips_squeeze",
            "dists",
            "pieapp",
            "wadiqam_fr",
            "topiq_fr",
            "topiq_fr_pipal");

    private static final List<OfficialModel> ALL =
            NAMES.stream().map(OfficialModels::read).toList();

    private OfficialModels() {}

    /** All of them; unmodifiable. */
    public static List<OfficialModel> all() {
        return ALL;
    }

    /** The one of this name, if there is one; those of metrics also with hyphens in place of underscores. */
    public static Optional<OfficialModel> named(String name) {
        return ALL.stream()
                .filter(model -> model.name().equals(name) || isMetric(model, name))
                .findFirst();
    }

    private static boolean isMetric(OfficialModel model, String name) {
        return !model.metric().isEmpty() && model.name().equals(name.replace('-', '_'));
    }

    /**
     * For messages: how to get a metric that is not here, the end of a sentence that names it; empty if it is not
     * known.
     */
    public static Optional<String> howToGet(String metric) {
        if (named(metric).isPresent()) {
            return Optional.of(": get it by 'ahiq models fetch " + metric + "'");
        }
        String key = metric.replace('_', '-');
        return Stream.of(MetricKind.values())
                .map(MetricKind::key)
                .filter(kind -> kind.equals(key) || kind.startsWith(key + "-"))
                .findFirst()
                .map(kind -> ": make it of its published files by 'ahiq import --metric " + kind + " --name " + metric
                        + "'");
    }

    /** The one whose heads have this hash, if there is one. */
    public static Optional<OfficialModel> withHeads(String sha256) {
        return ALL.stream()
                .filter(model -> model.metric().isEmpty())
                .filter(model -> !model.file("ahiq").sha256().isEmpty())
                .filter(model -> !model.file("ahiq").contradicts(sha256))
                .findFirst();
    }

    /** The card of an official model as text, with the comments that tell what it was checked against. */
    public static String cardText(OfficialModel model) {
        return text(path(model.name()));
    }

    private static OfficialModel read(String name) {
        return OfficialModel.fromYaml(YamlMap.parse(path(name), text(path(name)), ModelException::new));
    }

    private static String path(String name) {
        return "official/" + name + ".yaml";
    }

    private static String text(String path) {
        try (InputStream in = OfficialModels.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The card " + path + " is not readable in this program's jar", e);
        }
    }
}
