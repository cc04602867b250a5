/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.Locale;
import sc.fiji.ahiq.base.error.UsageException;

/** Where the engine runs. Scores are the same to the last bit. */
public enum EnginePlace {
    /** {@link #INTERNAL}, unless another PyTorch has been loaded into this process or the engine cannot be linked. */
    AUTO,
    /** In this process. */
    INTERNAL,
    /** In a helper process, which is started once and ends with this one. */
    PROCESS;

    /** @throws UsageException if {@code text} is none of them; case does not matter */
    public static EnginePlace parse(String text) {
        for (EnginePlace place : values()) {
            if (place.toString().equalsIgnoreCase(text.trim())) {
                return place;
            }
        }
        throw new UsageException("Unknown engine '" + text + "': expected auto, internal or process.");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
