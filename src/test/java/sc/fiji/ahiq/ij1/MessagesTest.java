/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void linesAreBrokenBetweenWordsAtEightyColumns() {
        String words = "word ".repeat(40).strip();

        String wrapped = Messages.wrapped(words + "\n\nlast");

        assertThat(wrapped.lines()).hasSize(5).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(80));
        assertThat(wrapped).endsWith("\n\nlast");
        assertThat(wrapped.lines().limit(3).reduce((a, b) -> a + " " + b)).contains(words);
    }

    @Test
    void aLongPathKeepsItsLine() {
        String path = "/folder".repeat(20);

        assertThat(Messages.wrapped("Cannot read " + path + ": gone.")).isEqualTo("Cannot read\n" + path + ":\ngone.");
    }
}
