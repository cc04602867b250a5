/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

class BatchPlanTest {

    private static RatedPair pair(String reference, String distorted) {
        return RatedPair.unrated(Path.of(reference), Path.of(distorted));
    }

    @Test
    void pairsOfOneReferenceFollowEachOtherFromItsFirstOneOn() {
        BatchPlan plan =
                BatchPlan.of(List.of(pair("b", "1"), pair("a", "2"), pair("b", "3"), pair("c", "4"), pair("./a", "5")));

        assertThat(plan.entries())
                .extracting(entry -> entry.number() + entry.pair().distorted().toString())
                .containsExactly("11", "23", "32", "45", "54");
        assertThat(plan.entries(new Shard(2, 2)))
                .extracting(PlannedPair::number)
                .containsExactly(3, 4, 5);
    }

    @Test
    void duplicatesAreNumberedAsInTheResults() {
        BatchPlan plan = BatchPlan.of(List.of(pair("b", "1"), pair("a", "2"), pair("b", "./1"), pair("c", "1")));

        assertThat(plan.duplicates()).containsExactly("pair 2 repeats pair 1");
    }

    @Test
    void theDigestTellsWhatIsKnownOfPairs() {
        RatedPair rated = new RatedPair(
                Path.of("a"), Path.of("1"), OptionalDouble.of(1), OptionalDouble.empty(), "", OptionalInt.empty());

        assertThat(BatchPlan.of(List.of(pair("a", "1"))).digest())
                .hasSize(12)
                .isEqualTo(BatchPlan.of(List.of(pair("a", "1"))).digest())
                .isNotEqualTo(BatchPlan.of(List.of(rated)).digest())
                .isNotEqualTo(
                        BatchPlan.of(List.of(pair("a", "1"), pair("a", "2"))).digest());
    }

    @Test
    void anEmptyListIsRefused() {
        assertThatThrownBy(() -> BatchPlan.of(List.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected pairs to score, but the list is empty.");
    }

    @Test
    void namesOfSeveralLinesAreRefused() {
        assertThatThrownBy(() -> BatchPlan.of(List.of(pair("a", "b\nc"))))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected file names without line breaks, for a row of results is a line, but found 'b\nc'."
                        + " Rename it.");
        RatedPair unclear = new RatedPair(
                Path.of("a"),
                Path.of("b"),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "blur\n",
                OptionalInt.empty());
        assertThatThrownBy(() -> BatchPlan.of(List.of(unclear)))
                .hasMessageStartingWith("Expected names of distortions without line breaks, ");
    }
}
