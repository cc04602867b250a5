/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {

    private static final LabelledPair BLUR = pair("a", "a1", "blur");
    private static final LabelledPair NOISE = pair("a", "a2", "noise");
    private static final LabelledPair MORE_BLUR = pair("a", "a3", "blur");
    private static final LabelledPair OTHER_BLUR = pair("b", "b1", "blur");
    private static final LabelledPair PRISTINE = pair("a", "a", "none");
    private static final LabelledPair ALONE = pair("c", "c", "none");
    private static final List<LabelledPair> ALL = List.of(PRISTINE, BLUR, NOISE, OTHER_BLUR, ALONE, MORE_BLUR);

    private static LabelledPair pair(String reference, String distorted, String distortion) {
        return new LabelledPair(Path.of(reference), Path.of(distorted), distortion, 0.5f);
    }

    @Test
    void pairsOfAReferenceBelongTogether() {
        assertThat(Grouping.REFERENCE.sets(ALL))
                .containsExactly(List.of(PRISTINE, BLUR, NOISE, MORE_BLUR), List.of(OTHER_BLUR), List.of(ALONE));
    }

    @Test
    void levelsOfATypeBelongTogetherWithTheReferenceItself() {
        assertThat(Grouping.DISTORTION.sets(ALL))
                .containsExactly(
                        List.of(BLUR, MORE_BLUR, PRISTINE),
                        List.of(NOISE, PRISTINE),
                        List.of(OTHER_BLUR),
                        List.of(ALONE));
    }
}
