/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Files that people take for weights, by their first bytes. */
enum FileKind {
    HTML("an HTML page", "The download went wrong; open the address in a browser to see what the page says."),
    LFS_POINTER("a Git LFS pointer", "It stands for the weights; get them with 'git lfs pull', or download them."),
    JSON("JSON text", "The download went wrong, or this is a list of parts; get the weight files themselves."),
    NPY("a single NumPy array", "Save the arrays by their names, with numpy.savez."),
    HDF5("an HDF5 file", "Convert it to safetensors."),
    GZIP("a gzip file", "Unpack it first."),
    TAR("a tar archive", "Unpack it first; a torch file older than version 0.1.10 must be saved again."),
    PICKLE("a pickle that torch.save did not write", "Save the state_dict with torch.save."),
    UNKNOWN(null, "Check the path, or download the file again.");

    private static final int TAR_MAGIC_OFFSET = 257;

    private final String words;
    private final String advice;

    FileKind(String words, String advice) {
        this.words = words;
        this.advice = advice;
    }

    /** @param head the first 512 bytes, or all if there are fewer */
    static FileKind of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
            return HTML;
        }
        if (text.startsWith("version https://git-lfs")) {
            return LFS_POINTER;
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return JSON;
        }
        if (text.startsWith("\u0093NUMPY")) {
            return NPY;
        }
        if (text.startsWith("\u0089HDF\r\n")) {
            return HDF5;
        }
        if (text.startsWith("\u001f\u008b")) {
            return GZIP;
        }
        if (text.startsWith("ustar", TAR_MAGIC_OFFSET)) {
            return TAR;
        }
        return text.startsWith("\u0080") && text.length() > 1 && text.charAt(1) <= 5 ? PICKLE : UNKNOWN;
    }

    /** What to call a file of this kind. */
    String describe(byte[] head) {
        if (words != null) {
            return words;
        }
        if (head.length == 0) {
            return "an empty file";
        }
        StringBuilder hex = new StringBuilder("a file that begins with");
        for (int i = 0; i < Math.min(8, head.length); i++) {
            hex.append(String.format(" %02x", head[i]));
        }
        return hex.toString();
    }

    /** What its user should do. */
    String advice() {
        return advice;
    }
}
