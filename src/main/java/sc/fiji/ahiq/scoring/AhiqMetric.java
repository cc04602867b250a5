/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.FullReferenceMetric;
import sc.fiji.ahiq.metric.ImageCheck;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.network.inference.Network;

/**
 * AHIQ as a metric among others, Lao et al., CVPR Workshops 2022. Higher is better; scores have no bounds, and identical images
 * need not have the best one. Not symmetric. Map: the scores of patches, at full size, NaN outside all crops. Not a plugin,
 * because it needs a network; a reference is encoded anew for each pair, so {@link ReferenceScorer} is better where many are
 * compared with one.
 */
public final class AhiqMetric implements FullReferenceMetric {

    static final String NAME = "ahiq";

    private static final RangeRule SAMPLES = RangeRule.parse("0:255");

    private final Network network;
    private final ScoringOptions options;
    private final MetricDescription description;

    /**
     * @param network not closed by this metric
     * @param options where crops are taken, and whether images smaller than a crop are padded; the range is that of samples
     */
    public AhiqMetric(Network network, ScoringOptions options) {
        this.network = network;
        this.options = options.withRange(SAMPLES);
        this.description = describe(
                options.padding() == Padding.NONE ? network.architecture().crop() : 1);
    }

    /** @param minimumSize that of the crops of the network, or 1 if images are padded */
    public static MetricDescription describe(int minimumSize) {
        return new MetricDescription(
                NAME,
                "AHIQ",
                "S. Lao, Y. Gong, S. Shi, S. Yang, T. Wu, J. Wang, W. Xia, Y. Yang: Attentions help CNNs see better:"
                        + " attention-based hybrid image quality assessment network. CVPR Workshops, 2022",
                Direction.HIGHER_IS_BETTER,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                true,
                minimumSize,
                true);
    }

    @Override
    public MetricDescription description() {
        return description;
    }

    /**
     * {@inheritDoc}
     *
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails, or gives a score that is not finite
     */
    @Override
    public MetricResult score(PlanarImage reference, PlanarImage distorted) {
        ImageCheck.requireComparable(description, reference, distorted);
        try (ReferenceScorer scorer = new ReferenceScorer(network, options, source("reference", reference), false)) {
            PairScore pair = scorer.score(source("distorted", distorted), Progress.NONE);
            return MetricResult.of(pair.score(), scoreMap(pair.maps()));
        }
    }

    private static ImagePlane source(String name, PlanarImage image) {
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

    private static Plane scoreMap(PatchMaps maps) {
        float[] scores = maps.scoreMap();
        double[] values = new double[scores.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = scores[i];
        }
        return new Plane(maps.width(), maps.height(), values);
    }
}
