/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.UsageException;

class MacroOptionsTest {

    private static Map<String, String> parse(String text) {
        return MacroOptions.parse(text, Map.of("file", "a b.png")::get);
    }

    @Test
    void flagsValuesBracketsAndVariablesAreRead() {
        assertThat(parse("overlay maps=false  model=[C:\\my models\\m[1]] crops=random:20 \nreference=&file "))
                .containsExactly(
                        Map.entry("overlay", "true"),
                        Map.entry("maps", "false"),
                        Map.entry("model", "C:\\my models\\m[1]"),
                        Map.entry("crops", "random:20"),
                        Map.entry("reference", "a b.png"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=", "=1", "A=1", "a=[b]c", "a=[b", "a=1 a=2", "a=&gone", "[a]"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Expected options such as key=value or key=[value with spaces], but ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "two words", "m[1]", "m [1] x", "", "&x", "a]b", "C:\\a", "a=b", "two\nlines"})
    void whatIsRecordedIsReadBack(String value) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("key", value);
        StringBuilder line = new StringBuilder();

        // ImageJ's recorder puts brackets around values with spaces
        MacroOptions.record(
                options,
                (key, text) -> line.append(key + "=" + (text.indexOf(' ') < 0 ? text : "[" + text + "]") + " "));

        assertThat(parse(line.toString())).isEqualTo(options);
    }

    @Test
    void aSingleBracketCannotBeRecorded() {
        assertThatThrownBy(() -> MacroOptions.record(Map.of("model", "a] b"), (key, text) -> {}))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void escapeStopsBeforeTheNextBatch() {
        try (StatusBar status = new StatusBar()) {
            status.update(0, 5);
            IJ.setKeyDown(KeyEvent.VK_ESCAPE);
            assertThatThrownBy(() -> status.update(3, 5)).isInstanceOf(CancelledException.class);
        } finally {
            IJ.setKeyUp(KeyEvent.VK_ESCAPE);
            IJ.resetEscape();
        }
    }
}
