/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.metric.filter.Plane;

/** Compares images of samples in 0..255 by a metric. */
public final class Comparing {

    private static final RangeRule SAMPLES = RangeRule.parse("0:255");

    private Comparing() {}

    /** As callers do it, whose pixels are at most floats. */
    public static MetricResult result(Metric metric, PlanarImage reference, PlanarImage distorted) {
        Reference expected = Reference.of(plane("reference", reference), SAMPLES);
        try (Prepared prepared = metric.prepare(expected)) {
            return prepared.compare(expected.distorted(plane("distorted", distorted)), Progress.NONE);
        }
    }

    public static double score(Metric metric, PlanarImage reference, PlanarImage distorted) {
        return result(metric, reference, distorted).score();
    }

    /** With all digits of the samples, without checks. */
    public static MetricResult exact(Metric metric, PlanarImage reference, PlanarImage distorted) {
        return ((ClassicalMetric) metric).prepare(reference).with(distorted);
    }

    /** The map of local quality. */
    public static Plane quality(MetricResult result) {
        QualityMap map = result.map(QualityMap.Kind.QUALITY).orElseThrow();
        double[] values = new double[map.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = map.values()[i];
        }
        return new Plane(map.width(), map.height(), values);
    }

    public static ImagePlane plane(String name, PlanarImage image) {
        List<Img<FloatType>> channels = new ArrayList<>();
        for (Plane plane : image.isColour() ? image.rgb() : List.of(image.grey())) {
            float[] pixels = new float[plane.area()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) plane.values()[i];
            }
            channels.add(ArrayImgs.floats(pixels, plane.width(), plane.height()));
        }
        return ImagePlane.of(name, channels);
    }
}
