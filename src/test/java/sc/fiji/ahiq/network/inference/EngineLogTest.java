/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class EngineLogTest {

    /** Has the method by which logback's loggers are set. */
    public static final class LevelledLogger {

        private LogLevel level = LogLevel.INFO;

        public void setLevel(LogLevel level) {
            this.level = level;
        }
    }

    /** Levels as logback names them. */
    public static final class LogLevel {

        public static final LogLevel INFO = new LogLevel();
        public static final LogLevel WARN = new LogLevel();
    }

    @Test
    void aLoggerWithLevelsLetsWarningsPassAndNothingBelow() {
        LevelledLogger logger = new LevelledLogger();

        EngineLog.quiet(logger);

        assertThat(logger.level).isSameAs(LogLevel.WARN);
    }

    @Test
    void othersAreLeftAsTheyAre() {
        assertThatCode(() -> EngineLog.quiet("a logger without levels")).doesNotThrowAnyException();
    }
}
