/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.UsageException;

class YamlMapTest {

    @Test
    void exponentsNeedNoPoint() {
        YamlMap yaml = parse("a: 1e-4\nb: 2E3\nc: 1.5e-2\nd: 3\n");

        assertThat(yaml.number("a", 0, 1)).isEqualTo(1e-4);
        assertThat(yaml.number("b", 0, 1e9)).isEqualTo(2000);
        assertThat(yaml.number("c", 0, 1)).isEqualTo(0.015);
        assertThat(yaml.number("d", 0, 9)).isEqualTo(3);
    }

    @Test
    void otherTextIsNoNumber() {
        assertThatThrownBy(() -> parse("a: '12'").number("a", 0, 99))
                .isInstanceOf(UsageException.class)
                .hasMessage("file: a: expected a number from 0.0 to 99.0, found 12");
    }

    @Test
    void listsHoldTextsOfAPattern() {
        assertThat(parse("a: [x, y, x]").texts("a", "x|y")).containsExactly("x", "y", "x");
        assertThatThrownBy(() -> parse("a: [x, z]").texts("a", "x|y"))
                .hasMessage("file: a: expected a list of x|y, found [x, z]");
        assertThatThrownBy(() -> parse("a: x").texts("a", "x|y"))
                .hasMessage("file: a: expected a list of x|y, found x");
    }

    @Test
    void aMappingThatIsLeftOutIsEmpty() {
        YamlMap yaml = parse("a: 1").optionalMap("b");

        assertThat(yaml.contains("c")).isFalse();
        assertThatThrownBy(() -> yaml.text("c")).hasMessage("file, b: the entry 'c' is missing.");
    }

    @Test
    void theTextOfWhatIsUnreadKnowsNoLayout() {
        YamlMap yaml = parse("a: 1\nb: {c: 2,   d: x} # comment\n");
        yaml.integer("a", 0, 9);

        assertThat(yaml.unreadText()).isEqualTo("b:\n  c: 2\n  d: x\n");
    }

    private static YamlMap parse(String text) {
        return YamlMap.parse("file", text, UsageException::new);
    }
}
