/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.UsageException;

class StepPlanTest {

    @Test
    void anEpochShowsEveryPairOnceInAnotherOrderThanTheNext() {
        List<LabelledPair> pairs = pairs(6, 4);
        StepPlan plan = new StepPlan(pairs, Grouping.REFERENCE, 4, 1, 7);

        assertThat(plan.stepsPerEpoch()).isEqualTo(6);
        assertThat(epoch(plan, 0)).containsExactlyInAnyOrderElementsOf(pairs);
        assertThat(epoch(plan, 1)).containsExactlyInAnyOrderElementsOf(pairs).isNotEqualTo(epoch(plan, 0));
    }

    @Test
    void groupsShareAReference() {
        StepPlan plan = new StepPlan(pairs(6, 4), Grouping.REFERENCE, 3, 2, 7);

        for (long step = 0; step < plan.stepsPerEpoch(); step++) {
            assertThat(plan.groups(step)).hasSize(3).allSatisfy(group -> {
                assertThat(group).hasSize(2).doesNotHaveDuplicates();
                assertThat(group)
                        .extracting(LabelledPair::reference)
                        .containsOnly(group.get(0).reference());
            });
        }
    }

    @Test
    void aReferenceWithTooFewPairsRepeatsThem() {
        StepPlan plan = new StepPlan(pairs(1, 3), Grouping.REFERENCE, 1, 4, 1);

        assertThat(plan.stepsPerEpoch()).isEqualTo(1);
        assertThat(plan.groups(0).get(0)).hasSize(4).containsAll(pairs(1, 3));
    }

    @Test
    void dependsOnSeedAndStepAlone() {
        StepPlan plan = new StepPlan(pairs(6, 4), Grouping.REFERENCE, 4, 1, 7);
        epoch(plan, 0);

        assertThat(plan.groups(20)).isEqualTo(new StepPlan(pairs(6, 4), Grouping.REFERENCE, 4, 1, 7).groups(20));
        assertThat(plan.groups(20)).isNotEqualTo(new StepPlan(pairs(6, 4), Grouping.REFERENCE, 4, 1, 8).groups(20));
        assertThat(plan.random(3, 1).nextLong()).isEqualTo(plan.random(3, 1).nextLong());
        assertThat(plan.random(3, 1).nextLong()).isNotEqualTo(plan.random(3, 2).nextLong());
    }

    @Test
    void tooFewPairsForABatchAreRefused() {
        assertThatThrownBy(() -> new StepPlan(pairs(2, 3), Grouping.REFERENCE, 3, 4, 1))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "A batch of 12 with 4 pairs per reference needs 3 such groups, but 6 pairs make 2. Use a smaller batch.");
    }

    private static List<LabelledPair> epoch(StepPlan plan, int epoch) {
        List<LabelledPair> pairs = new ArrayList<>();
        for (int i = 0; i < plan.stepsPerEpoch(); i++) {
            plan.groups((long) epoch * plan.stepsPerEpoch() + i).forEach(pairs::addAll);
        }
        return pairs;
    }

    private static List<LabelledPair> pairs(int references, int each) {
        List<LabelledPair> pairs = new ArrayList<>();
        for (int r = 0; r < references; r++) {
            for (int d = 0; d < each; d++) {
                pairs.add(new LabelledPair(Path.of("r" + r), Path.of("d" + r + "_" + d), "noise", d / 10f));
            }
        }
        return pairs;
    }
}
