/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.inference.FeatureOutput;

/**
 * LPIPS and ST-LPIPS: the score is the sum of the means of the distance maps of all taps. The map is the sum of these
 * maps, enlarged to the size of the image, as the authors' spatial variant gives it: 0 where nothing differs, its mean
 * is close to the score.
 */
final class LpipsComparison extends TiledComparison {

    LpipsComparison(LearnedModel model, Reference reference) {
        super(model, reference);
    }

    @Override
    MetricResult pool(List<TileOutputs> tiles, int width, int height) {
        List<TapMap> maps = IntStream.range(0, strides().length)
                .mapToObj(tap -> join(tiles, tap))
                .toList();
        double score = maps.stream().mapToDouble(TapMap::mean).sum();
        QualityMap map = QualityMap.of(QualityMap.Kind.QUALITY, width, height, () -> sum(maps, width, height));
        return MetricResult.of(score, List.of(map));
    }

    private TapMap join(List<TileOutputs> tiles, int tap) {
        int stride = strides()[tap];
        TapMap.Builder builder = new TapMap.Builder();
        for (TileOutputs tile : tiles) {
            FeatureOutput output = tile.outputs().get(tap);
            builder.add(
                    tile.tile().coreTop() / stride,
                    tile.tile().coreLeft() / stride,
                    (int) output.shape()[2],
                    (int) output.shape()[3],
                    output.values());
        }
        return builder.build();
    }

    private static float[] sum(List<TapMap> maps, int width, int height) {
        float[] sum = new float[Math.multiplyExact(width, height)];
        maps.forEach(map -> map.addEnlarged(sum, width, height));
        return sum;
    }
}
