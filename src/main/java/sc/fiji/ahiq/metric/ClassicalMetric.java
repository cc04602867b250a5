/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import sc.fiji.ahiq.base.error.ImageException;

/**
 * A metric of whole images with samples in 0..255, which are checked before it looks at them. Every one needs the
 * whole planes of both images in memory, 8 bytes for a sample, and up to {@value #HEAP_BYTES_PER_PIXEL} bytes for a
 * pixel while it computes; images of 2^31 pixels or more are refused. AHIQ, which looks at crops, takes larger ones.
 */
public abstract class ClassicalMetric implements Metric {

    /** What IW-SSIM needs, the most of all; by measurement, 0.3 GB for RGB of 1024 x 1024 pixels. */
    static final long HEAP_BYTES_PER_PIXEL = 320;

    private final MetricDescription description;

    protected ClassicalMetric(MetricDescription description) {
        this.description = description;
    }

    /** A reference of which is known what does not depend on distorted images. Thread safe. */
    @FunctionalInterface
    public interface Comparison {

        /**
         * Compares an image of the same size with the reference; does not change it.
         *
         * @throws sc.fiji.ahiq.base.error.ImageException if the metric is not defined for this image
         */
        MetricResult with(PlanarImage distorted);
    }

    @Override
    public final MetricDescription description() {
        return description;
    }

    @Override
    public final Prepared prepare(Reference reference) {
        description.requireLarge(reference.plane());
        PlanarImage expected = reference.planar();
        boolean blank = needsStructure() && expected.isBlank();
        Comparison comparison = prepare(expected);
        return (distorted, progress) -> {
            if (blank && !distorted.planar().looksLike(expected)) {
                throw new ImageException(
                        description.label() + " is 0/0 where the reference has no structure, and all pixels of "
                                + reference.plane().name() + " are alike. Choose another metric.");
            }
            MetricResult result = comparison.with(distorted.planar());
            description.requireDefined(result.score());
            return result;
        };
    }

    /**
     * Whether the metric compares the structure of the reference alone, so that it is 0/0 where there is none. Then
     * images that differ from a blank reference have no score, and not the best one.
     */
    protected boolean needsStructure() {
        return false;
    }

    /** Computes what does not depend on the distorted images, whose size is sufficient. */
    protected abstract Comparison prepare(PlanarImage reference);
}
