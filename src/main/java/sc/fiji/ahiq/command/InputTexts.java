/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.function.Function;
import sc.fiji.ahiq.base.error.UsageException;

/** What texts of inputs mean; errors name the key. */
final class InputTexts {

    private InputTexts() {}

    /** @throws UsageException of {@code parse}, with key and text before its message */
    static <T> T checked(String key, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (UsageException e) {
            throw new UsageException(key + "=" + text + ": " + e.getMessage(), e);
        }
    }
}
