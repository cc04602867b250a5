/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import sc.fiji.ahiq.base.error.WeightsException;

/** Asserts that a file is refused, by a message that names it. */
final class Refused {

    private Refused() {}

    static void assertRefused(Path file, String... fragments) {
        assertThatThrownBy(() -> Checkpoints.open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith("Cannot read weights from " + file + ": ")
                .extracting(Throwable::getMessage)
                .satisfies(message -> {
                    assertThat(message).hasSizeLessThan(2000);
                    for (String fragment : fragments) {
                        assertThat(message).contains(fragment);
                    }
                });
    }
}
