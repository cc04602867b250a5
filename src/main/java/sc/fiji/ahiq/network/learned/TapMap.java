/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.util.ArrayList;
import java.util.List;

/** A map with one value for each place of a feature map. */
record TapMap(int width, int height, float[] values) {

    /** Joins the maps of tiles. */
    static final class Builder {

        private record Piece(int top, int left, int height, int width, float[] values) {}

        private final List<Piece> pieces = new ArrayList<>();

        void add(int top, int left, int height, int width, float[] values) {
            pieces.add(new Piece(top, left, height, width, values));
        }

        TapMap build() {
            int height = pieces.stream().mapToInt(p -> p.top + p.height).max().orElseThrow();
            int width = pieces.stream().mapToInt(p -> p.left + p.width).max().orElseThrow();
            float[] values = new float[Math.multiplyExact(height, width)];
            for (Piece p : pieces) {
                for (int y = 0; y < p.height; y++) {
                    System.arraycopy(p.values, y * p.width, values, (p.top + y) * width + p.left, p.width);
                }
            }
            return new TapMap(width, height, values);
        }
    }

    double mean() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Adds the map to {@code sum}, bilinearly enlarged as PyTorch does without aligned corners. */
    void addEnlarged(float[] sum, int toWidth, int toHeight) {
        Position[] columns = positions(toWidth, width);
        Position[] rows = positions(toHeight, height);
        for (int y = 0; y < toHeight; y++) {
            Position row = rows[y];
            for (int x = 0; x < toWidth; x++) {
                Position column = columns[x];
                float upper = column.between(values, row.low * width);
                float lower = column.between(values, row.high * width);
                sum[y * toWidth + x] += upper + row.fraction * (lower - upper);
            }
        }
    }

    private record Position(int low, int high, float fraction) {

        float between(float[] values, int offset) {
            float first = values[offset + low];
            return first + fraction * (values[offset + high] - first);
        }
    }

    private static Position[] positions(int count, int size) {
        Position[] positions = new Position[count];
        for (int i = 0; i < count; i++) {
            double at = Math.max(0, (i + 0.5) * size / count - 0.5);
            int low = Math.min((int) at, size - 1);
            positions[i] = new Position(low, Math.min(low + 1, size - 1), (float) (at - low));
        }
        return positions;
    }
}
