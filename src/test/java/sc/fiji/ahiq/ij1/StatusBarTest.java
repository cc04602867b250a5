/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.IJ;
import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.CancelledException;

class StatusBarTest {

    @BeforeEach
    void requireDisplay() {
        assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
    }

    @AfterEach
    void forget() {
        release();
        IJ.resetEscape();
    }

    private static void pressEscape() {
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
    }

    private static void release() {
        IJ.setKeyUp(KeyEvent.VK_ESCAPE);
    }

    @Test
    void escapeEndsTheWorkThatGoesOnNotTheOneThatWaits() {
        try (StatusBar first = new StatusBar();
                StatusBar second = new StatusBar()) {
            second.waitFor("another scoring");
            pressEscape();
            release();

            assertThatThrownBy(() -> first.update(1, 9)).isInstanceOf(CancelledException.class);
            assertThatCode(() -> second.update(0, 9)).doesNotThrowAnyException();
        }
    }

    @Test
    void escapeEndsTheWorkThatBeganLast() {
        try (StatusBar first = new StatusBar();
                StatusBar second = new StatusBar()) {
            second.update(0, 9);
            pressEscape();
            release();

            assertThatCode(() -> first.update(1, 9)).doesNotThrowAnyException();
            assertThatThrownBy(() -> second.update(1, 9)).isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void aWorkThatBeginsForgetsAnEscapeOnlyIfNoneGoesOn() {
        pressEscape();
        release();
        try (StatusBar first = new StatusBar()) {
            assertThat(IJ.escapePressed()).isFalse();
            pressEscape();
            release();
            try (StatusBar second = new StatusBar()) {
                second.waitFor("another scoring");
                assertThatThrownBy(() -> first.update(1, 9)).isInstanceOf(CancelledException.class);
            }
        }
    }
}
