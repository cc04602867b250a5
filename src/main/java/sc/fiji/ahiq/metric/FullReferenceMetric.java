/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import org.scijava.plugin.SciJavaPlugin;
import sc.fiji.ahiq.base.error.ImageException;

/**
 * Compares a distorted image with its reference. To add one, annotate a public class that has a public constructor without
 * arguments with {@code @Plugin(type = FullReferenceMetric.class)}; {@link Metrics} finds it by the name in its description.
 * Implementations are stateless and thread safe, and give the same result for the same images, always.
 */
public interface FullReferenceMetric extends SciJavaPlugin {

    MetricDescription description();

    /**
     * Compares two images with samples in 0..255; neither is changed.
     *
     * @throws ImageException if their sizes differ or are below the minimum size; see {@link ImageCheck#requireComparable}
     */
    MetricResult score(PlanarImage reference, PlanarImage distorted);
}
