/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.UsageException;

class PaddingTest {

    @Test
    void readsItsOwnTextInAnyCase() {
        assertThat(Padding.parse("none")).isSameAs(Padding.NONE);
        assertThat(Padding.parse(" Reflect ")).isSameAs(Padding.REFLECT);
        assertThat(Padding.REFLECT).hasToString("reflect");
    }

    @Test
    void otherTextsAreRefused() {
        assertThatThrownBy(() -> Padding.parse("zero"))
                .isInstanceOf(UsageException.class)
                .hasMessage("Unknown padding 'zero': expected none or reflect.");
    }
}
