/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

class ReferenceSplitTest {

    @ParameterizedTest
    @CsvSource({"29, 17, 6, 6", "30, 18, 6, 6", "25, 15, 5, 5", "81, 49, 16, 16", "3, 1, 1, 1"})
    void referencesAreDivided60To20To20(int references, int training, int validation, int test) {
        ReferenceSplit split = ReferenceSplit.of(pairs("d", references), 1);

        assertThat(references(split.training())).hasSize(training);
        assertThat(references(split.validation())).hasSize(validation);
        assertThat(references(split.test())).hasSize(test);
    }

    @Test
    void everyPairIsInOnePartWithAllOthersOfItsReference() {
        List<RatedPair> pairs = pairs("d", 25);
        ReferenceSplit split = ReferenceSplit.of(pairs, 3);

        List<RatedPair> all = new ArrayList<>(split.training());
        all.addAll(split.validation());
        all.addAll(split.test());

        assertThat(all).containsExactlyInAnyOrderElementsOf(pairs);
        assertThat(references(split.training()))
                .doesNotContainAnyElementsOf(references(split.validation()))
                .doesNotContainAnyElementsOf(references(split.test()));
        assertThat(references(split.validation())).doesNotContainAnyElementsOf(references(split.test()));
        assertThat(split.training())
                .isSubsetOf(pairs)
                .isSortedAccordingTo((a, b) -> pairs.indexOf(a) - pairs.indexOf(b));
    }

    @Test
    void theSeedDecidesWhateverFolderAndOrderThePairsAreIn() {
        List<RatedPair> shuffled = new ArrayList<>(pairs("elsewhere", 25));
        Collections.reverse(shuffled);
        Set<String> test = references(ReferenceSplit.of(pairs("d", 25), 5).test());

        assertThat(references(ReferenceSplit.of(shuffled, 5).test())).isEqualTo(test);
        assertThat(references(ReferenceSplit.of(pairs("d", 25), 6).test())).isNotEqualTo(test);
    }

    @Test
    void aReferenceThatIsSpeltInTwoWaysIsOne() {
        List<RatedPair> pairs = new ArrayList<>(pairs("d", 5));
        pairs.addAll(pairs("d/labels/..", 5));

        ReferenceSplit split = ReferenceSplit.of(pairs, 1);

        assertThat(references(split.training()))
                .hasSize(3)
                .doesNotContainAnyElementsOf(references(split.validation()))
                .doesNotContainAnyElementsOf(references(split.test()));
    }

    @Test
    void twoReferencesCannotBeDivided() {
        assertThatThrownBy(() -> ReferenceSplit.of(pairs("d", 2), 1))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Expected at least 3 references to divide pairs by, but found 2. Add pairs of other"
                        + " references.");
    }

    private static List<RatedPair> pairs(String folder, int references) {
        return IntStream.range(0, 4 * references)
                .mapToObj(i -> RatedPair.unrated(
                        Path.of(folder, "r" + i % references + ".png"), Path.of(folder, "d" + i + ".png")))
                .toList();
    }

    private static Set<String> references(List<RatedPair> pairs) {
        return pairs.stream()
                .map(pair -> pair.reference().getFileName().toString())
                .collect(Collectors.toSet());
    }
}
