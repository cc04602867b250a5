/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.Random;

/**
 * Puts a rectangle of one distorted crop into another of the same reference (after Yun et al., "CutMix", ICCV 2019). The label of
 * the result is the mean of both, weighted by their areas, as the score is a mean over patches. So a network whose labels are about
 * whole images learns where images are bad.
 *
 * @param share of the crops that get a rectangle, 0..1
 */
public record CutMix(double share) {

    /**
     * Changes some crops of a group and their labels. Every rectangle comes from a crop as it was before.
     *
     * @param crops planes of {@code channels} x {@code size} x {@code size} values from {@code crop * channels * size * size}
     * @param first index of the first crop of the group, and of its label
     * @param count of crops in the group; alone, a crop stays as it is
     */
    void apply(Random random, float[] crops, float[] labels, int first, int count, int channels, int size) {
        if (share == 0 || count < 2) {
            return;
        }
        int cropFloats = channels * size * size;
        float[] before = new float[count * cropFloats];
        System.arraycopy(crops, first * cropFloats, before, 0, before.length);
        float[] labelsBefore = new float[count];
        System.arraycopy(labels, first, labelsBefore, 0, count);
        for (int i = 0; i < count; i++) {
            if (random.nextDouble() >= share) {
                continue;
            }
            int other = (i + 1 + random.nextInt(count - 1)) % count;
            double side = Math.sqrt(random.nextDouble());
            Rectangle rectangle = Rectangle.draw(random, side, size);
            rectangle.copy(before, other * cropFloats, crops, (first + i) * cropFloats, channels, size);
            float area = (float) rectangle.width * rectangle.height / (size * size);
            labels[first + i] = (1 - area) * labelsBefore[i] + area * labelsBefore[other];
        }
    }

    private record Rectangle(int left, int top, int width, int height) {

        /** Of a size between {@code side} squared and 1 along each axis, at a random place; its area is near {@code side} squared. */
        static Rectangle draw(Random random, double side, int size) {
            double stretch = Math.pow(side, 2 * random.nextDouble() - 1);
            int width = (int) Math.round(size * Math.min(1, side * stretch));
            int height = (int) Math.round(size * Math.min(1, side / stretch));
            return new Rectangle(random.nextInt(size - width + 1), random.nextInt(size - height + 1), width, height);
        }

        void copy(float[] source, int sourceOffset, float[] target, int targetOffset, int channels, int size) {
            for (int line = 0; line < channels * height; line++) {
                int start = (line / height * size + top + line % height) * size + left;
                System.arraycopy(source, sourceOffset + start, target, targetOffset + start, width);
            }
        }
    }
}
