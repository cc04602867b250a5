/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file, and which image in it: {@code scan.tif#1} is the second one (from 0) of a file with several. A file whose own
 * name has this form comes first.
 *
 * @param part what follows the {@code #}; empty for the only image
 */
record ImageLocation(Path file, String part) {

    static ImageLocation of(Path path) {
        String name = String.valueOf(path.getFileName());
        int mark = Files.exists(path) ? -1 : path.toString().lastIndexOf('#');
        if (mark < 0 || path.toString().length() - mark > name.length() + 8) {
            return new ImageLocation(path, "");
        }
        return new ImageLocation(
                Path.of(path.toString().substring(0, mark)), path.toString().substring(mark + 1));
    }
}
