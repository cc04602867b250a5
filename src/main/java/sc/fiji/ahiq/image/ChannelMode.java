/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.Locale;
import sc.fiji.ahiq.base.error.UsageException;

/** What the channels of an image mean. */
public enum ChannelMode {
    /** One channel is grey, three are red, green and blue; another number is refused. */
    RGB,
    /** Each channel is scored by itself, as grey; the three colours of an RGB image are channels, too. */
    EACH,
    /**
     * The channels are shown in their colours, as ImageJ's composite images are, and this picture is scored as 8-bit
     * RGB. Colours and contrast are those of the reference for both images.
     */
    MERGE;

    /** @throws UsageException unless the text is {@code rgb}, {@code each} or {@code merge}; case does not matter */
    public static ChannelMode parse(String text) {
        for (ChannelMode mode : values()) {
            if (mode.toString().equalsIgnoreCase(text.trim())) {
                return mode;
            }
        }
        throw new UsageException("Unknown channel mode '" + text + "': expected rgb, each or merge.");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
