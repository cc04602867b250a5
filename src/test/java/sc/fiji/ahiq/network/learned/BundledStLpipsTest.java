/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.inference.LearnedEntry;
import sc.fiji.ahiq.network.model.ModelStore;

/** The metric that comes with the program, with the weights of its authors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundledStLpipsTest {

    private static final RangeRule UNIT = RangeRule.parse("0:1");

    /** Convolutions are kept in 16 bits. */
    private static final double TOLERANCE = 1e-3;

    private LearnedModel model;

    static List<LearnedEntry> entries() {
        return LearnedEntry.of("st_lpips.json", "st_lpips_alex");
    }

    @BeforeAll
    void open() {
        model = LearnedModel.open(ModelStore.of(null).metrics().get("st_lpips"), GeneratedModel.CPU);
    }

    @AfterAll
    void close() {
        model.close();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void scoreIsThatOfTheAuthorsNetwork(LearnedEntry entry) {
        MetricResult result = compare(entry, "dist");

        assertThat(result.score()).isCloseTo(entry.score(), within(TOLERANCE * entry.score()));
        QualityMap map = result.map(QualityMap.Kind.QUALITY).orElseThrow();
        assertThat(map.values()).hasSize(entry.width() * entry.height());
    }

    @Test
    void identicalImagesScoreZero() {
        assertThat(compare(entries().get(0), "ref").score()).isZero();
    }

    private MetricResult compare(LearnedEntry entry, String distorted) {
        Reference reference = Reference.of(GeneratedModel.image(entry, "ref"), UNIT);
        try (Prepared prepared = new LearnedMetric("st_lpips", model).prepare(reference)) {
            return prepared.compare(reference.distorted(GeneratedModel.image(entry, distorted)), Progress.NONE);
        }
    }

    @Test
    void licenceAndCopyrightComeWithIt() {
        assertThat(model.card().licence()).isEqualTo("BSD-2-Clause");
        assertThat(model.card().notice()).contains("Copyright (c) 2022, Abhijay Ghildyal, Feng Liu", "AS IS");
        assertThat(model.card().citation()).contains("ECCV, 2022");
    }
}
