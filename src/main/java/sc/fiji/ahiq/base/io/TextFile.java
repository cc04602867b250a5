/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files in UTF-8. */
final class TextFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /**
     * The whole text, without the byte order mark that spreadsheets put before it.
     *
     * @throws java.nio.charset.CharacterCodingException if it is in another encoding
     * @throws IOException if it cannot be read
     */
    public static String read(Path file) throws IOException {
        String text = Files.readString(file);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
