/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.yaml.YamlMap;

/**
 * The network of a published metric.
 *
 * @param variant how what it compares is chosen and scaled, one of {@link MetricFacts#variants()}
 * @param rows how many support vectors (BRISQUE) or nodes of trees (NRQM, PI) it has; 0 for metrics without
 */
public record MetricDesign(MetricKind kind, String variant, int rows) implements NetworkDesign {

    private static final String METRIC = "metric";
    private static final String VARIANT = "variant";
    private static final int MAX_ROWS = 4_000_000;

    /** A metric without support vectors and trees. */
    public MetricDesign(MetricKind kind, String variant) {
        this(kind, variant, 0);
    }

    /** The usual variant. */
    public MetricDesign(MetricKind kind) {
        this(kind, kind.facts().variants().get(0));
    }

    /** Whether these entries of a model card are of a metric. */
    public static boolean isOne(YamlMap yaml) {
        return yaml.contains(METRIC);
    }

    /**
     * Reads all entries of {@code yaml}.
     *
     * @throws sc.fiji.ahiq.base.error.AhiqException of the kind that {@code yaml} makes, if one is unknown
     */
    public static MetricDesign read(YamlMap yaml) {
        String key = yaml.text(METRIC);
        MetricKind kind = MetricKind.of(key)
                .orElseThrow(() -> yaml.error("metric is '" + key + "', expected one of "
                        + Stream.of(MetricKind.values()).map(MetricKind::key).collect(Collectors.joining(", "))
                        + ". Use a newer version of the program, or correct it."));
        String variants = String.join("|", kind.facts().variants());
        MetricDesign design = new MetricDesign(
                kind,
                yaml.contains(VARIANT)
                        ? yaml.text(VARIANT, variants)
                        : kind.facts().variants().get(0),
                yaml.contains(kind.rowsKey()) ? yaml.integer(kind.rowsKey(), 1, MAX_ROWS) : 0);
        yaml.rejectUnknown();
        return design;
    }

    @Override
    public Map<String, long[]> tensorShapes() {
        return kind.tensorShapes(rows);
    }

    @Override
    public Map<String, Object> toYaml() {
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put(METRIC, kind.key());
        if (kind.facts().variants().size() > 1) {
            yaml.put(VARIANT, variant);
        }
        if (rows > 0) {
            yaml.put(kind.rowsKey(), rows);
        }
        return yaml;
    }

    @Override
    public String words() {
        return "the metric " + kind.key();
    }
}
