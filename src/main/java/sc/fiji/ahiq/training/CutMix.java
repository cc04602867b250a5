/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.Random;

/**
 * Puts a rectangle of one distorted crop into another of the same reference (after Yun et al., "CutMix", ICCV 2019).
 * The label of the result is the mean of both, weighted by their areas, as the score is a mean over patches. So a
 * network whose labels are about whole images learns where images are bad.
 *
 * @param share of the crops that get a rectangle, 0..1
 */
record CutMix(double share) {

    /**
     * Changes some crops of a group and their labels. Every rectangle comes from a crop as it was before.
     *
     * @param patchLabels of the patches of every crop, row by row, as many for each; they become means over their
     *     patches
     * @param crops planes of {@code channels} x {@code size} x {@code size} values from
     *     {@code crop * channels * size * size}
     * @param first index of the first crop of the group, and of its label
     * @param count of crops in the group; alone, a crop stays as it is
     */
    void apply(
            Random random,
            float[] crops,
            float[] labels,
            float[] patchLabels,
            int first,
            int count,
            int channels,
            int size) {
        if (share == 0 || count < 2) {
            return;
        }
        int cropFloats = channels * size * size;
        float[] before = new float[count * cropFloats];
        System.arraycopy(crops, first * cropFloats, before, 0, before.length);
        float[] labelsBefore = new float[count];
        System.arraycopy(labels, first, labelsBefore, 0, count);
        int patches = patchLabels.length / labels.length;
        int grid = (int) Math.round(Math.sqrt(patches));
        for (int i = 0; i < count; i++) {
            if (random.nextDouble() >= share) {
                continue;
            }
            int other = (i + 1 + random.nextInt(count - 1)) % count;
            double side = Math.sqrt(random.nextDouble());
            Rectangle rectangle = Rectangle.draw(random, side, size);
            rectangle.copy(before, other * cropFloats, crops, (first + i) * cropFloats, channels, size);
            float area = (float) rectangle.width * rectangle.height / (size * size);
            labels[first + i] = mixed(labelsBefore[i], labelsBefore[other], area);
            for (int patch = 0; patch < patches; patch++) {
                float covered = rectangle.coverage(patch % grid, patch / grid, size / grid);
                patchLabels[(first + i) * patches + patch] = mixed(labelsBefore[i], labelsBefore[other], covered);
            }
        }
    }

    private static float mixed(float own, float other, float share) {
        return (1 - share) * own + share * other;
    }

    private record Rectangle(int left, int top, int width, int height) {

        /**
         * Of a size between {@code side} squared and 1 along each axis, at a random place; its area is near
         * {@code side} squared.
         */
        static Rectangle draw(Random random, double side, int size) {
            double stretch = Math.pow(side, 2 * random.nextDouble() - 1);
            int width = (int) Math.round(size * Math.min(1, side * stretch));
            int height = (int) Math.round(size * Math.min(1, side / stretch));
            return new Rectangle(random.nextInt(size - width + 1), random.nextInt(size - height + 1), width, height);
        }

        /** The part of a square of the given column and row, of squares of {@code patchSize} pixels, inside this. */
        float coverage(int column, int row, int patchSize) {
            int across = overlap(left, width, column * patchSize, patchSize);
            int down = overlap(top, height, row * patchSize, patchSize);
            return (float) across * down / (patchSize * patchSize);
        }

        private static int overlap(int start, int length, int otherStart, int otherLength) {
            return Math.max(0, Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart));
        }

        void copy(float[] source, int sourceOffset, float[] target, int targetOffset, int channels, int size) {
            for (int line = 0; line < channels * height; line++) {
                int start = (line / height * size + top + line % height) * size + left;
                System.arraycopy(source, sourceOffset + start, target, targetOffset + start, width);
            }
        }
    }
}
