/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.util.List;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.inference.FeatureOutput;

/**
 * DISTS: texture (means) and structure (covariance) of every channel over all places, weighted. The variant
 * {@code resize256} shrinks images whose shorter side has more than 256 pixels to that, as the authors' command line
 * does.
 */
final class DistsComparison extends TiledComparison {

    private static final double C = 1e-6;
    private static final int SHORTER_SIDE = 256;

    private final boolean resized;
    private final float[] alpha;
    private final float[] beta;

    DistsComparison(LearnedModel model, Reference reference) {
        super(model, reference);
        this.resized = model.design().variant().equals("resize256");
        this.alpha = model.pooling("alpha");
        this.beta = model.pooling("beta");
    }

    @Override
    ScaledPlane image(ScaledPlane image) {
        return resized ? PillowResize.shorterSide(image, SHORTER_SIDE) : image;
    }

    @Override
    MetricResult pool(List<TileOutputs> tiles, int width, int height) {
        double lost = 0;
        double total = 0;
        int first = 0;
        for (int stage = 0; stage < strides().length; stage++) {
            ChannelMoments moments = moments(tiles, stage);
            for (int channel = 0; channel < moments.channels(); channel++, first++) {
                lost += alpha[first] * (1 - moments.texture(channel, C))
                        + beta[first] * (1 - moments.structure(channel, C));
                total += (double) alpha[first] + beta[first];
            }
        }
        return MetricResult.of(lost / total);
    }

    private static ChannelMoments moments(List<TileOutputs> tiles, int stage) {
        ChannelMoments moments = null;
        for (TileOutputs tile : tiles) {
            FeatureOutput output = tile.outputs().get(2 * stage);
            double count = tile.outputs().get(2 * stage + 1).values()[0];
            ChannelMoments part = ChannelMoments.of(output.values(), (int) output.shape()[1], count);
            moments = moments == null ? part : moments.plus(part);
        }
        return moments;
    }
}
