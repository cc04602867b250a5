/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.network.model.Architecture;

class GoldenVitB16Test extends AbstractGoldenTest {

    GoldenVitB16Test() {
        super(Architecture.vitB16());
    }

    @Test
    void batchesAndKeptReferencesGiveTheSameScores() {
        List<GoldenEntry> some = entries().subList(2, 5);
        try (ReferenceCrops references = keptReferences(some)) {
            List<CropOutput> first = compare(references, some, 2);
            List<CropOutput> again = compare(references, some, 2);

            for (int i = 0; i < some.size(); i++) {
                assertThat((double) first.get(i).score()).isCloseTo(some.get(i).score(), within(SCORE_TOLERANCE));
                assertThat(again.get(i)).usingRecursiveComparison().isEqualTo(first.get(i));
            }
        }
    }
}
