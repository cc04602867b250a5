/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The name of a file without its folder and its last ending: {@code b.tar} of {@code a/b.tar.gz}. */
public final class FileStem {

    private FileStem() {}

    /** Empty for a root folder, and for a name such as {@code .png}. */
    public static String of(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    }

    /**
     * The stem, or the first of {@code stem-2}, {@code stem-3} and so on that is free, whatever the case of its
     * letters: some file systems do not tell it.
     *
     * @param taken in lower case; the one that is returned is added
     */
    public static String unique(Path file, Set<String> taken) {
        String stem = of(file);
        String name = stem;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = stem + "-" + number;
        }
        return name;
    }
}
