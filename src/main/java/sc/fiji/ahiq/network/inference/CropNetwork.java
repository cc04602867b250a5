/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** AHIQ on square crops of {@code crop} pixels. */
record CropNetwork(RunningModule module, int crop) implements SiameseNetwork {

    @Override
    public Encoded encode(float[] crops, int count) throws OutOfNativeMemoryException {
        return module.encode("encode", new Pixels(crops, count, crop, crop), List.of());
    }

    @Override
    public List<CropOutput> compare(float[] crops, int count, Encoded reference) throws OutOfNativeMemoryException {
        List<FeatureOutput> tensors = module.compare("compare", new Pixels(crops, count, crop, crop), reference);
        float[] scores = tensors.get(0).values();
        float[] patchScores = tensors.get(1).values();
        float[] patchWeights = tensors.get(2).values();
        int patches = patchScores.length / count;
        List<CropOutput> outputs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int from = i * patches;
            outputs.add(new CropOutput(
                    scores[i],
                    Arrays.copyOfRange(patchScores, from, from + patches),
                    Arrays.copyOfRange(patchWeights, from, from + patches)));
        }
        return outputs;
    }

    @Override
    public void close() {
        module.close();
    }
}
