/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import sc.fiji.ahiq.base.error.ImageException;

/** Whether a metric can compare two images. */
public final class ImageCheck {

    private ImageCheck() {}

    /** @throws ImageException if the sizes differ or are below the metric's minimum */
    public static void requireComparable(MetricDescription metric, PlanarImage reference, PlanarImage distorted) {
        if (reference.width() != distorted.width() || reference.height() != distorted.height()) {
            throw new ImageException("Expected images of the same size, but the reference is " + size(reference)
                    + " and the distorted image " + size(distorted)
                    + ". Scale or crop one of them so that both show the same scene pixel by pixel.");
        }
        if (Math.min(reference.width(), reference.height()) < metric.minimumSize()) {
            throw new ImageException(metric.label() + " needs images of at least " + metric.minimumSize() + " x "
                    + metric.minimumSize() + " pixels, but these are " + size(reference)
                    + ". Choose another metric or larger images.");
        }
    }

    private static String size(PlanarImage image) {
        return image.width() + " x " + image.height();
    }
}
