/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.Locale;

/** What distortions have in common; the first seven are the groups of KADID-10k. */
enum DistortionGroup {
    BLUR,
    COLOUR,
    COMPRESSION,
    NOISE,
    BRIGHTNESS,
    SPATIAL,
    CONTRAST,

    /** What methods that restore or enlarge images leave behind. */
    RESTORATION,

    /** Noise of the detection of light. */
    CAMERA,

    /** What denoisers make of a picture with noise, by strength, which is no order of quality. */
    DENOISED;

    /** Lower case, for tables. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
