/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;

class ProgressLineTest {

    private final List<String> shown = new ArrayList<>();
    private boolean stopped;
    private long nanos;
    private long step = 3_000_000_000L;

    private final ProgressLine line = new ProgressLine() {
        @Override
        protected void stopIfWanted() {
            if (stopped) {
                throw new CancelledException();
            }
        }

        @Override
        protected void show(double fraction, String text) {
            shown.add(fraction + ": " + text.replaceFirst(", \\d+ s left", ", soon"));
        }

        @Override
        protected long nanos() {
            return nanos += step;
        }

        @Override
        public void note(String sentence) {
            shown.add("note: " + sentence);
        }
    };

    @Test
    void stepsAreCountedByTheirName() {
        line.update(0, 4);
        line.step("pair");
        line.update(1, 4);
        line.step("MB");
        line.update(7, -1);

        assertThat(shown).containsExactly("0.0: 0 of 4", "0.25: pair 1 of 4, soon", "NaN: MB 7");
    }

    @Test
    void aPartCountsStepsOfItsOwn() {
        line.step("pair");
        Progress second = line.part(1, 4);
        second.update(0, 2);
        second.step("crop");
        second.update(1, 2);
        second.note("odd");
        line.part(0, 1).update(1, 2);

        assertThat(shown)
                .containsExactly(
                        "0.25: pair 2 of 4, 0 of 2",
                        "0.375: pair 2 of 4, crop 1 of 2, soon",
                        "note: odd",
                        "0.5: 1 of 2, soon");
    }

    @Test
    void whatIsDoneBeforeTheFirstCallTellsNothingOfTheTimeThatIsLeft() {
        line.update(3, 4);
        line.update(1, 4);

        assertThat(shown).endsWith("0.25: 1 of 4");
    }

    @Test
    void theTimeIsToldOnceItIsKnown() {
        step = 100_000_000L;
        line.update(0, 100);
        line.update(50, 100);
        step = 2_000_000_000L;
        line.update(51, 100);
        line.update(1, 1000);
        line.update(2, 1000);
        step = 30_000_000_000L;
        line.update(3, 1000);

        assertThat(shown)
                .as("too early; known; a thousandth of something else; but after 20 s")
                .containsExactly(
                        "0.0: 0 of 100",
                        "0.5: 50 of 100",
                        "0.51: 51 of 100, soon",
                        "0.001: 1 of 1000",
                        "0.002: 2 of 1000",
                        "0.003: 3 of 1000, 4 h 42 min left");
    }

    @Test
    void anyPartCanBeStopped() {
        Progress part = line.part(1, 2).part(0, 2);
        stopped = true;

        assertThatThrownBy(() -> part.update(0, 3)).isInstanceOf(CancelledException.class);
    }

    @Test
    void byItselfAPartTellsItsShareOfTheWhole() {
        List<String> told = new ArrayList<>();
        Progress whole = (done, total) -> told.add(done + "/" + total);
        whole.part(1, 4).update(1, 2);
        whole.part(1, 4).update(0, 0);
        whole.part(3, 4).part(1, 2).update(9, -1);

        assertThat(told).containsExactly("3/8", "1/4", "8/8");
    }
}
