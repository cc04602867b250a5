/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.Locale;
import sc.fiji.ahiq.base.error.UsageException;

/** What to do with images that are smaller than a crop. */
public enum Padding {
    /** Refuse them. */
    NONE,
    /**
     * Mirror them at the right and the bottom, without repeating the border pixels. Maps still cover the image alone.
     */
    REFLECT;

    /** @throws UsageException if {@code text} is neither {@code none} nor {@code reflect}; case does not matter */
    public static Padding parse(String text) {
        for (Padding padding : values()) {
            if (padding.toString().equalsIgnoreCase(text.trim())) {
                return padding;
            }
        }
        throw new UsageException("Unknown padding '" + text + "': expected none or reflect.");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
