/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.util.Collection;

/** Paths of files, as tables have them, without the folders that all of them are in. */
final class ShortNames {

    private final String common;

    ShortNames(Collection<String> paths) {
        String start = paths.stream().reduce(ShortNames::common).orElse("");
        this.common = start.substring(0, folderEnd(start));
    }

    private static String common(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return a.substring(0, length);
    }

    private static int folderEnd(String path) {
        return 1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    }

    /** @param path one of those that were given */
    String of(String path) {
        return path.substring(common.length());
    }
}
