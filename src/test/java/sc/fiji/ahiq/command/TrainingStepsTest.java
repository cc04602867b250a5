/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.training.StepReport;
import sc.fiji.ahiq.training.ValidationAgreement;

class TrainingStepsTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void stepsTellLossAndSpeedAndValidationsAreNoted() {
        TrainingSteps steps = new TrainingSteps(new Progress() {
            @Override
            public void update(long done, long total) {
                told.add(done + "/" + total);
            }

            @Override
            public void step(String name) {
                told.add("step: " + name);
            }

            @Override
            public void note(String sentence) {
                told.add("note: " + sentence);
            }
        });
        steps.accept(report(1, 0.25, Optional.empty(), false));
        steps.accept(report(2, 0.75, Optional.of(new ValidationAgreement(0.5, 0.25)), true));
        steps.accept(report(3, 0.26, Optional.of(new ValidationAgreement(0.5, Double.NaN)), false));

        assertThat(told)
                .containsExactly(
                        "step: epoch 1, loss 0.25000, 8.0 pairs/s, step",
                        "step: epoch 1, loss 0.26000, 8.0 pairs/s, step",
                        "note: Step 2 of 9, epoch 1, loss 0.26000, 8.0 pairs/s, SROCC 0.5000, PLCC 0.2500, best",
                        "step: epoch 1, loss 0.26000, 8.0 pairs/s, step",
                        "note: Step 3 of 9, epoch 1, loss 0.26000, 8.0 pairs/s, SROCC 0.5000, PLCC NaN");
    }

    private static StepReport report(long step, double loss, Optional<ValidationAgreement> agreement, boolean best) {
        return new StepReport(step, 9, 1, loss, 1e-3, agreement, best, 8);
    }
}
