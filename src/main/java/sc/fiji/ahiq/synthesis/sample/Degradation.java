/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import java.util.Locale;

/** What made a picture of the sample field worse than the reference. */
public enum Degradation {

    /** A short exposure freed of its noise by total variation, so hard that structure went with it. */
    DENOISED,

    /** A short exposure: a fortieth of the light. */
    NOISE,

    /** Out of focus. */
    BLUR,

    /** The reference compressed as JPEG files are, at quality 8 of 100. */
    JPEG;

    /** Lower case, for file names and options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
