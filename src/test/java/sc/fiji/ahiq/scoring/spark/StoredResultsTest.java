/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.UsageException;

class StoredResultsTest {

    @Test
    void rowsAreSavedAsOftenAsTheUserSays() {
        assertThat(StoredResults.saveSeconds("0")).isZero();
        assertThat(StoredResults.saveSeconds("120")).isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "30s", "1.5", "123456789"})
    void otherThanWholeSecondsAreRefused(String text) {
        assertThatThrownBy(() -> StoredResults.saveSeconds(text))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Expected a whole number of seconds as spark.ahiq.saveSeconds, without a unit (0: whenever there are"
                                + " rows), found '" + text + "'.");
    }
}
