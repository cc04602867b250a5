/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** The crops that have pixels in a row, found without looking at all of them. Immutable. */
final class CropRows {

    private final Crop[] crops;
    private final int cropSize;
    private final int[] tops;
    private final int[] order;

    CropRows(Crop[] crops, int cropSize) {
        this.crops = crops;
        this.cropSize = cropSize;
        long[] keys = new long[crops.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) crops[i].top() << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        this.tops =
                Arrays.stream(keys).mapToInt(key -> (int) (key >> Integer.SIZE)).toArray();
        this.order = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** Numbers of the crops with pixels in row {@code y}, rising. */
    int[] in(int y) {
        int[] found = Arrays.copyOfRange(order, firstFrom(y - cropSize + 1), firstFrom(y + 1));
        Arrays.sort(found);
        return found;
    }

    /** The first row below {@code y} in which a crop starts; {@link Integer#MAX_VALUE} if there is none. */
    int nextTop(int y) {
        int next = firstFrom(y + 1);
        return next < tops.length ? tops[next] : Integer.MAX_VALUE;
    }

    /** Where in the order those crops begin that start in row {@code y} or below. */
    private int firstFrom(int y) {
        int low = 0;
        int high = tops.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tops[middle] < y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Pixels of an image of this size inside at least one crop. */
    long coveredPixels(int width, int height) {
        int[] edges = Arrays.stream(tops)
                .flatMap(top -> IntStream.of(top, Math.min(top + cropSize, height)))
                .sorted()
                .distinct()
                .toArray();
        long covered = 0;
        for (int i = 1; i < edges.length; i++) {
            covered += (long) coveredColumns(edges[i - 1], width) * (edges[i] - edges[i - 1]);
        }
        return covered;
    }

    private int coveredColumns(int y, int width) {
        BitSet columns = new BitSet(width);
        for (int i : in(y)) {
            columns.set(crops[i].left(), Math.min(crops[i].left() + cropSize, width));
        }
        return columns.cardinality();
    }
}
