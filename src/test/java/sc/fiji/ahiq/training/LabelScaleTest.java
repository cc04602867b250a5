/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

class LabelScaleTest {

    @Test
    void worstBecomesZeroAndBestOne() {
        List<RatedPair> pairs = List.of(rated(-3), rated(1), rated(-1));
        LabelScale scale = LabelScale.of(pairs);

        assertThat(pairs.stream().map(scale::normalize)).containsExactly(0f, 1f, 0.5f);
        assertThat(scale.describe()).isEqualTo("label = -3.0 + 4.0 * score");
    }

    @Test
    void pairsWithoutLabelAreRefused() {
        RatedPair unrated = RatedPair.unrated(Path.of("r.png"), Path.of("d.png"));

        assertThatThrownBy(() -> LabelScale.of(List.of(rated(1), unrated)))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected a label of every pair to learn from, but d.png has none."
                        + " Fill in its mos, or leave the pair out.");
    }

    @Test
    void equalLabelsTeachNothing() {
        assertThatThrownBy(() -> LabelScale.of(List.of(rated(2), rated(2))))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected pairs of different quality to learn from, but the label of all 2 is 2.0.");
    }

    private static RatedPair rated(double mos) {
        return new RatedPair(
                Path.of("r.png"),
                Path.of("d.png"),
                OptionalDouble.of(mos),
                OptionalDouble.empty(),
                "",
                OptionalInt.empty());
    }
}
