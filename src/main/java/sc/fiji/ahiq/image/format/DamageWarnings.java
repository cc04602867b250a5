/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.format;

import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Warnings by which decoders say that pixels are missing or made up; others concern metadata. */
public final class DamageWarnings implements IIOReadWarningListener {

    private static final Pattern DAMAGE =
            Pattern.compile("(?i).*(truncated|corrupt|premature|out-of-sequence|unexpected).*");

    private String first;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (first == null && DAMAGE.matcher(warning).matches()) {
            first = warning;
        }
    }

    /** @throws IOException with the first warning, if there was one */
    public void requireNone() throws IOException {
        if (first != null) {
            throw new IOException(first);
        }
    }
}
