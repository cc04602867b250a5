/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CutMixTest {

    private static final int CHANNELS = 3;
    private static final int SIZE = 8;
    private static final int AREA = SIZE * SIZE;
    private static final int CROP = CHANNELS * AREA;
    private static final int PATCHES = 4;

    /** Every crop has one value, which is also its label, so a label must be the mean of its crop. */
    private static float[] crops(int count) {
        float[] crops = new float[count * CROP];
        for (int i = 0; i < crops.length; i++) {
            crops[i] = label(i / CROP);
        }
        return crops;
    }

    private static float label(int crop) {
        return 0.1f * (crop + 1);
    }

    private static float[] labels(int count) {
        float[] labels = new float[count];
        for (int i = 0; i < count; i++) {
            labels[i] = label(i);
        }
        return labels;
    }

    /** Of four patches of 4 x 4 pixels. */
    private static float[] patchLabels(int count) {
        float[] labels = new float[count * PATCHES];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label(i / PATCHES);
        }
        return labels;
    }

    private static double patchMean(float[] crops, int crop, int patch) {
        int half = SIZE / 2;
        int start = crop * CROP + patch / 2 * half * SIZE + patch % 2 * half;
        double sum = 0;
        for (int i = 0; i < half * half; i++) {
            sum += crops[start + i / half * SIZE + i % half];
        }
        return sum / (half * half);
    }

    @RepeatedTest(60)
    void labelsAreMeansOfTheirCropsAndChannelsGoTogether(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        int group = 2 + seed % 3;
        int count = group + 2;
        float[] crops = crops(count);
        float[] labels = labels(count);

        float[] patchLabels = patchLabels(count);

        new CutMix(1).apply(new Random(seed), crops, labels, patchLabels, 1, group, CHANNELS, SIZE);

        for (int crop = 0; crop < count; crop++) {
            double sum = 0;
            Set<Float> values = new HashSet<>();
            for (int i = 0; i < AREA; i++) {
                float first = crops[crop * CROP + i];
                assertThat(crops[crop * CROP + AREA + i]).isEqualTo(first);
                assertThat(crops[crop * CROP + 2 * AREA + i]).isEqualTo(first);
                sum += first;
                values.add(first);
            }
            assertThat((double) labels[crop]).isCloseTo(sum / AREA, within(1e-5));
            for (int patch = 0; patch < PATCHES; patch++) {
                assertThat((double) patchLabels[crop * PATCHES + patch])
                        .isCloseTo(patchMean(crops, crop, patch), within(1e-5));
            }
            assertThat(values).hasSizeBetween(1, 2);
        }
        assertThat(labels[0]).isEqualTo(label(0));
        assertThat(labels[count - 1]).isEqualTo(label(count - 1));
    }

    @Test
    void theShareOfMixedCropsAndTheirAreasAreAsAsked() {
        Random random = new Random(1);
        int mixed = 0;
        double area = 0;
        int runs = 2000;
        for (int run = 0; run < runs; run++) {
            float[] crops = crops(2);
            float[] labels = labels(2);
            new CutMix(0.4).apply(random, crops, labels, patchLabels(2), 0, 2, CHANNELS, SIZE);
            double share = (labels[0] - label(0)) / (label(1) - label(0));
            mixed += share > 0 ? 1 : 0;
            area += share;
        }
        assertThat((double) mixed / runs).isBetween(0.35, 0.42);
        assertThat(area / mixed).isBetween(0.4, 0.6);
    }

    @Test
    void withoutAShareOrAnotherCropNothingChangesAndNoRandomNumberIsTaken() {
        for (int count : new int[] {1, 3}) {
            float[] crops = crops(3);
            float[] labels = labels(3);
            Random random = new Random(5);
            new CutMix(count == 1 ? 1 : 0).apply(random, crops, labels, patchLabels(3), 0, count, CHANNELS, SIZE);
            assertThat(crops).isEqualTo(crops(3));
            assertThat(labels).isEqualTo(labels(3));
            assertThat(random.nextLong()).isEqualTo(new Random(5).nextLong());
        }
    }
}
