/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.util.List;
import java.util.Map;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.scijava.plugin.SciJavaPlugin;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;

/**
 * Compares distorted images with their reference, which is prepared once. To add a metric, annotate a public class
 * that has a public constructor without arguments with {@code @Plugin(type = Metric.class)}, best one that extends
 * {@link ClassicalMetric}; {@link Metrics} finds it by the name in its description. Implementations are thread safe,
 * and give the same result for the same images, always.
 */
public interface Metric extends SciJavaPlugin {

    MetricDescription description();

    /**
     * Computes what does not depend on the distorted images, or nothing yet.
     *
     * @throws ImageException if the metric cannot compare images like the reference, such as small ones
     */
    Prepared prepare(Reference reference);

    /**
     * What tables say of how this metric was run, by column, such as the model and its device; empty for most. The
     * columns are out of those of {@code ScoreRow}.
     */
    default Map<String, Object> provenance() {
        return Map.of();
    }

    /**
     * What decides about its scores besides its name and its {@link #provenance}, such as the hash of a script;
     * results of another one are not mixed with its own.
     */
    default List<String> fingerprint() {
        return List.of();
    }

    /**
     * An estimate of the heap in bytes that it takes for each pixel of a pair, the images themselves apart; 0 if it
     * reads them part by part, so that their size does not matter.
     */
    default long heapBytesPerPixel() {
        return ClassicalMetric.HEAP_BYTES_PER_PIXEL;
    }

    /**
     * Compares two images of one plane each, for callers that have no more than these.
     *
     * @param reference as for {@link ImagePlane#of}
     * @param distorted likewise
     * @param rule how pixel values become samples
     * @throws ImageException if they do not belong together, or the metric cannot compare them
     */
    default MetricResult compare(
            List<? extends RandomAccessibleInterval<? extends RealType<?>>> reference,
            List<? extends RandomAccessibleInterval<? extends RealType<?>>> distorted,
            RangeRule rule) {
        Reference expected = Reference.of(ImagePlane.of("reference", reference), rule);
        try (Prepared prepared = prepare(expected)) {
            return prepared.compare(expected.distorted(ImagePlane.of("distorted", distorted)), Progress.NONE);
        }
    }

    /** Compares two grey planes (x, y); see {@link #compare(List, List, RangeRule)}. */
    default MetricResult compare(
            RandomAccessibleInterval<? extends RealType<?>> reference,
            RandomAccessibleInterval<? extends RealType<?>> distorted,
            RangeRule rule) {
        return compare(List.of(reference), List.of(distorted), rule);
    }
}
