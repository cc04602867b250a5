/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.training.Agreement;
import sc.fiji.ahiq.training.StepReport;

class TrainingLineTest {

    private static final String TERMINAL = "ahiq.terminal";

    private final StringWriter text = new StringWriter();
    private final PrintWriter err = new PrintWriter(text, true);

    @AfterEach
    void noTerminal() {
        System.clearProperty(TERMINAL);
    }

    @Test
    void aTerminalShowsHowLongItTakesUntilAValidationIsPrinted() {
        System.setProperty(TERMINAL, "true");
        TrainingLine line = new TrainingLine(new Cancellation(), err);
        line.stepDone(report(1, Optional.empty(), false));
        line.stepDone(report(2, Optional.of(new Agreement(0.5, 0.25)), true));

        assertThat(text.toString().split("\r\033\\[K"))
                .containsExactly(
                        "",
                        "Step 1 of 9, epoch 1, loss 0.25000, 8.0 pairs/s, 0 h 00 min left",
                        "Step 2 of 9, epoch 1, loss 0.25000, 8.0 pairs/s, SROCC 0.5000, PLCC 0.2500, best"
                                + System.lineSeparator());
    }

    @Test
    void elsewhereOnlyValidationsAreTold() {
        TrainingLine line = new TrainingLine(new Cancellation(), err);
        line.stepDone(report(1, Optional.empty(), false));
        line.clear();

        assertThat(text.toString()).isEmpty();

        line.stepDone(report(2, Optional.of(new Agreement(0.5, Double.NaN)), false));

        assertThat(text.toString().strip())
                .isEqualTo("Step 2 of 9, epoch 1, loss 0.25000, 8.0 pairs/s, SROCC 0.5000, PLCC NaN");
    }

    private static StepReport report(long step, Optional<Agreement> agreement, boolean best) {
        return new StepReport(step, 9, 1, 0.25, 1e-3, agreement, best, 8);
    }
}
