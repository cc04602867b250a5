/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.NetworkDesign;

/**
 * What {@code model.yaml} says of a model.
 *
 * @param name of the model, used in result tables; letters, digits, dot, hyphen and underscore
 * @param version of the weights
 * @param description one sentence
 * @param design kind and sizes of the network
 * @param normalization of the pixel values; that of an ensemble means nothing, for its members have their own
 * @param score meaning of the score: range and direction
 * @param training what it was trained on
 * @param licence of the weights, an SPDX identifier where there is one
 * @param citation to give in a paper
 * @param source where the weights come from, in words
 * @param sources the files that the weights were imported from; empty if they were not
 * @param notice licence text and copyright that must go with the weights; empty if there is none
 */
public record ModelCard(
        String name,
        String version,
        String description,
        NetworkDesign design,
        Normalization normalization,
        String score,
        String training,
        String licence,
        String citation,
        String source,
        List<WeightSource> sources,
        String notice) {

    /** How to cite AHIQ. */
    public static final String CITATION =
            "Lao et al., Attentions Help CNNs See Better: Attention-based Hybrid Image Quality Assessment Network,"
                    + " CVPR Workshops 2022";

    private static final int FORMAT = 1;
    /** Of names of models: up to 100 ASCII letters, digits, dots, hyphens and underscores. */
    public static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    public ModelCard {
        if (!isName(name)) {
            throw new IllegalArgumentException("A model name has up to 100 letters, digits, '.', '-' and '_': " + name);
        }
        sources = List.copyOf(sources);
    }

    /** A card of weights that were not imported. */
    public ModelCard(
            String name,
            String version,
            String description,
            NetworkDesign design,
            Normalization normalization,
            String score,
            String training,
            String licence,
            String citation,
            String source) {
        this(
                name,
                version,
                description,
                design,
                normalization,
                score,
                training,
                licence,
                citation,
                source,
                List.of(),
                "");
    }

    /**
     * Sizes of a network of the AHIQ family.
     *
     * @throws ModelException if the model is of another kind
     */
    public Architecture architecture() {
        if (design instanceof Architecture architecture) {
            return architecture;
        }
        throw new ModelException("Expected an AHIQ network, but the model " + name + " is " + design.words()
                + ". Choose it by its name among the metrics instead.");
    }

    /** Whether a model may have this name: up to 100 ASCII letters, digits, dots, hyphens and underscores. */
    public static boolean isName(String text) {
        return text.matches(NAME_PATTERN);
    }

    /** The card of weights from {@link UntrainedModel}. */
    static ModelCard untrained(String name, NetworkDesign architecture, long seed) {
        return new ModelCard(
                name,
                "1",
                "UNTRAINED pseudo-random weights for benchmarks and tests; its scores mean nothing.",
                architecture,
                Normalization.PUBLISHED,
                "no meaning",
                "nothing",
                "CC0-1.0",
                CITATION,
                "made by 'ahiq untrained' with seed " + seed);
    }

    /**
     * @throws sc.fiji.ahiq.base.error.ModelException with {@code where} if an entry is missing, unknown or out of range
     */
    static ModelCard fromYaml(YamlMap yaml) {
        int format = yaml.integer("format", 1, Integer.MAX_VALUE);
        if (format != FORMAT) {
            throw yaml.error("format is " + format + ", but this program reads format " + FORMAT
                    + ". Use a newer version of it.");
        }
        NetworkDesign design = yaml.contains(Ensemble.KEY) ? Ensemble.read(yaml) : design(yaml.map("architecture"));
        return new ModelCard(
                yaml.text("name", NAME_PATTERN),
                yaml.text("version"),
                yaml.text("description"),
                design,
                normalization(design, yaml),
                yaml.text("score"),
                yaml.text("training"),
                yaml.text("licence"),
                yaml.text("citation"),
                yaml.text("source"),
                yaml.contains("sources")
                        ? yaml.maps("sources").stream()
                                .map(WeightSource::fromYaml)
                                .toList()
                        : List.of(),
                yaml.contains("notice") ? yaml.text("notice") : "");
    }

    private static NetworkDesign design(YamlMap yaml) {
        return MetricDesign.isOne(yaml) ? MetricDesign.read(yaml) : ArchitectureYaml.readDesign(yaml);
    }

    /** An ensemble and a metric say nothing of it: their members or their networks do it themselves. */
    private static Normalization normalization(NetworkDesign design, YamlMap yaml) {
        if (design instanceof Ensemble) {
            return Normalization.PUBLISHED;
        }
        return design instanceof MetricDesign ? Normalization.NONE : normalization(yaml.map("normalization"));
    }

    private static Normalization normalization(YamlMap yaml) {
        Normalization normalization =
                new Normalization((float) yaml.number("mean", -1e6, 1e6), (float) yaml.number("std", 1e-6, 1e6));
        yaml.rejectUnknown();
        return normalization;
    }

    Map<String, Object> toYaml() {
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put("format", FORMAT);
        yaml.put("name", name);
        yaml.put("version", version);
        yaml.put("description", description);
        if (design instanceof Ensemble) {
            yaml.putAll(design.toYaml());
        } else {
            yaml.put("architecture", design.toYaml());
        }
        if (!(design instanceof Ensemble || design instanceof MetricDesign)) {
            yaml.put("normalization", toYaml(normalization));
        }
        yaml.put("score", score);
        yaml.put("training", training);
        yaml.put("licence", licence);
        yaml.put("citation", citation);
        yaml.put("source", source);
        if (!sources.isEmpty()) {
            yaml.put(
                    "sources",
                    sources.stream()
                            .map(s -> ordered("part", s.part(), "file", s.file(), "sha256", s.sha256()))
                            .toList());
        }
        if (!notice.isEmpty()) {
            yaml.put("notice", notice);
        }
        return yaml;
    }

    private static Map<String, Object> toYaml(Normalization normalization) {
        return ordered("mean", exact(normalization.mean()), "std", exact(normalization.std()));
    }

    /** The shortest decimal that reads back as the same float. */
    private static double exact(float value) {
        return Double.parseDouble(Float.toString(value));
    }

    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
