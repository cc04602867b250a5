/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network;

import java.util.List;
import java.util.stream.Stream;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.image.crop.PatchMaps;

/**
 * Sums up weighted patches of several models at the same crops, on patches that are the smallest of them or smaller.
 */
final class MeanPatches {

    private final List<Crop> crops;
    private final int patch;
    private final int grid;
    private final double[][] scores;
    private final double[][] weights;

    /** @param patch width and height in pixels; divides those of all that are added */
    MeanPatches(List<Crop> crops, int cropSize, int patch) {
        this.crops = crops;
        this.patch = patch;
        this.grid = cropSize / patch;
        this.scores = new double[crops.size()][grid * grid];
        this.weights = new double[crops.size()][grid * grid];
    }

    /** @param share of this model, those of all models together are 1 */
    void add(PatchMaps maps, double share) {
        int times = maps.patchSize() / patch;
        maps.forEachPatch((crop, left, top, score, weight) -> {
            int column = (left - crops.get(crop).left()) / patch;
            int row = (top - crops.get(crop).top()) / patch;
            for (int i = 0; i < times * times; i++) {
                int index = (row + i / times) * grid + column + i % times;
                scores[crop][index] += share * score;
                weights[crop][index] += share * weight;
            }
        });
    }

    float[][] scores() {
        return toFloats(scores);
    }

    float[][] weights() {
        return toFloats(weights);
    }

    private static float[][] toFloats(double[][] values) {
        return Stream.of(values)
                .map(crop -> {
                    float[] floats = new float[crop.length];
                    for (int i = 0; i < floats.length; i++) {
                        floats[i] = (float) crop[i];
                    }
                    return floats;
                })
                .toArray(float[][]::new);
    }
}
