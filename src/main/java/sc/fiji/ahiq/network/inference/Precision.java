/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.Locale;
import sc.fiji.ahiq.base.error.UsageException;

/** Number format of the network's large layers. */
public enum Precision {
    /** Everything in 32-bit floating point; the reference. */
    FLOAT32,
    /**
     * GPU only: 16-bit weights and activations; batch norms, sampling positions and the final scores stay in 32 bits.
     */
    MIXED;

    /** @throws UsageException if {@code text} is neither {@code float32} nor {@code mixed}; case does not matter */
    public static Precision parse(String text) {
        for (Precision precision : values()) {
            if (precision.toString().equalsIgnoreCase(text.trim())) {
                return precision;
            }
        }
        throw new UsageException("Unknown precision '" + text + "': expected float32 or mixed.");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
