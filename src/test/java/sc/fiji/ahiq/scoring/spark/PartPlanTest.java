/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.scoring.batch.PlannedPair;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

class PartPlanTest {

    private static final int PIXELS = 1 << 16;

    /** Groups of so many pairs, a reference each. */
    private static List<PlannedPair> groups(int... sizes) {
        List<PlannedPair> pairs = new ArrayList<>();
        for (int group = 0; group < sizes.length; group++) {
            for (int i = 0; i < sizes[group]; i++) {
                RatedPair pair = RatedPair.unrated(Path.of("r" + group + ".png"), Path.of("d" + pairs.size() + ".png"));
                pairs.add(new PlannedPair(pairs.size() + 1, pair));
            }
        }
        return pairs;
    }

    private static int[] equal(int groups, int pairs) {
        int[] sizes = new int[groups];
        Arrays.fill(sizes, pairs);
        return sizes;
    }

    private static List<Integer> sizes(List<List<PlannedPair>> parts) {
        return parts.stream().map(List::size).toList();
    }

    /** How many parts have pairs of a reference, for all references. */
    private static int encodings(List<List<PlannedPair>> parts) {
        int encodings = 0;
        for (List<PlannedPair> part : parts) {
            Set<Path> references = new HashSet<>();
            part.forEach(pair -> references.add(pair.reference()));
            encodings += references.size();
        }
        return encodings;
    }

    @Test
    void partsHaveAllPairsInTheirOrder() {
        for (int cores : new int[] {1, 3, 100}) {
            List<PlannedPair> pairs = groups(7, 1, 900, 3, 3, 250);
            List<PlannedPair> joined = PartPlan.of(pairs, pair -> PIXELS, cores).stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(joined).isEqualTo(pairs);
        }
    }

    @Test
    void aReferenceWithFewPairsIsInOnePart() {
        List<List<PlannedPair>> parts = PartPlan.of(groups(equal(60, 50)), pair -> PIXELS, 3);

        assertThat(sizes(parts)).hasSize(60).containsOnly(50);
    }

    @Test
    void aReferenceWithMostPairsIsSplitSoThatAllCoresHaveSome() {
        List<List<PlannedPair>> parts = PartPlan.of(groups(400, 5, 5), pair -> PIXELS, 4);

        assertThat(sizes(parts)).hasSizeBetween(15, 18).endsWith(5, 5);
        assertThat(sizes(parts).subList(0, parts.size() - 2)).allMatch(size -> size >= 25 && size <= 27);
        assertThat(encodings(parts)).isEqualTo(parts.size());
    }

    @Test
    void smallGroupsAreJoined() {
        List<List<PlannedPair>> parts = PartPlan.of(groups(equal(6400, 1)), pair -> PIXELS, 8);

        assertThat(parts).hasSizeBetween(60, 70);
        assertThat(encodings(parts)).isEqualTo(6400);
    }

    @Test
    void largeImagesCountMore() {
        List<PlannedPair> pairs = groups(equal(128, 10));

        List<List<PlannedPair>> parts = PartPlan.of(pairs, pair -> pair.number() <= 640 ? 9L * PIXELS : PIXELS, 2);

        long large = parts.stream().filter(part -> part.get(0).number() <= 640).count();
        assertThat(large).isGreaterThan(5 * (parts.size() - large));
    }

    @Test
    void noPartHasMoreThanAFewHundredPairs() {
        assertThat(sizes(PartPlan.of(groups(equal(20_000, 5)), pair -> PIXELS, 2)))
                .allMatch(size -> size <= 210);
        assertThat(sizes(PartPlan.of(groups(50_000), pair -> PIXELS, 2))).allMatch(size -> size <= 210);
    }
}
