/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * PI, the perceptual index of the PIRM challenge (Blau, Mechrez, Timofte, Michaeli, Zelnik-Manor 2018): half of NIQE
 * plus 10 - NRQM, both of the Y of YCbCr, without the outer 4 pixels. Lower is better. Immutable and thread safe.
 */
public final class PerceptualIndex {

    /** Width of the border that is cut off on every side. */
    private static final int BORDER = 4;

    /** Smallest side of an image. */
    public static final int MINIMUM_SIZE = Nrqm.MINIMUM_SIZE + 2 * BORDER;

    private static final double BEST = 10;

    private final Niqe niqe;
    private final Nrqm nrqm;

    /** With the details of its two parts. */
    public PerceptualIndex(Niqe niqe, Nrqm nrqm) {
        this.niqe = niqe;
        this.nrqm = nrqm;
    }

    /**
     * The score of an image of at least {@value #MINIMUM_SIZE} pixels a side.
     *
     * @throws sc.fiji.ahiq.base.error.ImageException if it has fewer than two blocks of NIQE that are not flat
     */
    public double score(PlanarImage image) {
        Plane luminance =
                Luminance.YCBCR.of(image).crop(BORDER, BORDER, image.width() - 2 * BORDER, image.height() - 2 * BORDER);
        return 0.5 * (BEST - nrqm.score(luminance) + niqe.score(luminance));
    }
}
