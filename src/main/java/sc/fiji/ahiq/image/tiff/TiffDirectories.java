/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pages of a file in the order in which they are linked, without thumbnails and masks of other pages.
 *
 * @param description of the first page; empty if it has none
 */
record TiffDirectories(List<TiffPage> pages, String description) {

    private static final int MOST_PAGES = 1_000_000;
    /** Bits 0 and 2 of NewSubfileType: a reduced-resolution copy, a transparency mask. */
    private static final int AUXILIARY = 5;

    /** @throws IOException if the chain is cyclic, or a directory makes no sense */
    static TiffDirectories of(Path file) throws IOException {
        List<TiffPage> pages = new ArrayList<>();
        String description = "";
        Set<Long> visited = new HashSet<>();
        try (TiffInput in = new TiffInput(file)) {
            for (long offset = in.firstDirectory(); offset != 0; ) {
                if (!visited.add(offset) || visited.size() > MOST_PAGES) {
                    throw new IOException("image directory at byte " + offset + " is linked twice");
                }
                if (offset < 0 || offset + 2 > in.length()) {
                    throw new IOException(
                            "image directory at byte " + offset + " lies beyond the file's " + in.length() + " bytes");
                }
                TiffDirectory tags = new TiffDirectory(in, offset);
                if (pages.isEmpty()) {
                    description = tags.text(TiffTags.IMAGE_DESCRIPTION);
                }
                if (pages.isEmpty() || (tags.number(TiffTags.NEW_SUBFILE_TYPE, 0) & AUXILIARY) == 0) {
                    pages.add(TiffPage.of(file, in, tags));
                }
                offset = tags.next();
            }
        }
        if (pages.isEmpty()) {
            throw new IOException("no image directory");
        }
        return new TiffDirectories(pages, description);
    }
}
