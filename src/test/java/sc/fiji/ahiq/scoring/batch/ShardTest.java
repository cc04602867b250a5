/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.UsageException;

class ShardTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 3", "2, 5", "300, 7", "2000000000, 999999999"})
    void shardsFollowEachOtherWithoutGapsAndDifferByAtMostOne(int pairs, int count) {
        int checked = Math.min(count, 1000);
        assertThat(new Shard(1, count).from(pairs)).isZero();
        assertThat(new Shard(count, count).to(pairs)).isEqualTo(pairs);
        for (int number = 1; number <= checked; number++) {
            Shard shard = new Shard(number, count);
            assertThat(shard.to(pairs) - shard.from(pairs)).isBetween(pairs / count, pairs / count + 1);
            if (number < count) {
                assertThat(new Shard(number + 1, count).from(pairs)).isEqualTo(shard.to(pairs));
            }
        }
    }

    @Test
    void textIsNumberAndCount() {
        assertThat(Shard.parse(" 2/8 ")).isEqualTo(new Shard(2, 8)).hasToString("2/8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2/", "a/b", "-1/3", "1/3/5", "1 / 3", "99999999999/3"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a shard i/n, such as 2/8, but found '" + text + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/3", "4/3", "0/0"})
    void numbersOutsideAreRefused(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessage("Shard " + text + ": expected i/n with i from 1 to n.");
    }
}
