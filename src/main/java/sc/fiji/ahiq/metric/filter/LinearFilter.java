/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

/**
 * Correlations of a plane with a filter: taps are not mirrored. For symmetric filters, such as all {@link Window}s,
 * this is the same as convolution.
 */
public final class LinearFilter {

    private LinearFilter() {}

    /**
     * Correlates with {@code taps} along both axes, where the filter lies fully inside: the result is smaller by their
     * number less 1.
     */
    public static Plane valid(Plane plane, double[] taps) {
        return validColumns(validRows(plane, taps), taps);
    }

    private static Plane validRows(Plane plane, double[] taps) {
        Plane result = Plane.zeros(plane.width() - taps.length + 1, plane.height());
        Rows.forEach(
                result,
                y -> correlateRow(
                        plane.values(), y * plane.width(), taps, result.values(), y * result.width(), result.width()));
        return result;
    }

    private static Plane validColumns(Plane plane, double[] taps) {
        int width = plane.width();
        Plane result = Plane.zeros(width, plane.height() - taps.length + 1);
        Rows.forEach(result, y -> {
            for (int k = 0; k < taps.length; k++) {
                addRow(plane.values(), (y + k) * width, taps[k], result.values(), y * width, width);
            }
        });
        return result;
    }

    private static void correlateRow(
            double[] source, int sourceOffset, double[] taps, double[] target, int targetOffset, int count) {
        for (int k = 0; k < taps.length; k++) {
            addRow(source, sourceOffset + k, taps[k], target, targetOffset, count);
        }
    }

    private static void addRow(double[] source, int from, double factor, double[] target, int to, int count) {
        for (int x = 0; x < count; x++) {
            target[to + x] += factor * source[from + x];
        }
    }

    /**
     * Correlates with {@code taps} along both axes and keeps the size. The centre is the tap
     * {@code (taps.length - 1) / 2}: of an even number, the left one of the middle two.
     */
    public static Plane same(Plane plane, double[] taps, Border border) {
        int before = (taps.length - 1) / 2;
        int after = taps.length - 1 - before;
        return valid(padded(plane, before, before, after, after, border), taps);
    }

    /**
     * Every {@code step}-th value of {@link #same(Plane, double[], Border)} in both directions, from ({@code first},
     * {@code first}) on; the others are not computed.
     */
    public static Plane sampled(Plane plane, double[] taps, Border border, int first, int step) {
        int before = (taps.length - 1) / 2;
        int after = taps.length - 1 - before;
        Plane padded = padded(plane, before, before, after, after, border);
        Plane rows = Plane.zeros((plane.width() - first + step - 1) / step, padded.height());
        Rows.forEach(rows, y -> {
            for (int k = 0; k < taps.length; k++) {
                int from = y * padded.width() + first + k;
                int to = y * rows.width();
                for (int x = 0; x < rows.width(); x++) {
                    rows.values()[to + x] += taps[k] * padded.values()[from + step * x];
                }
            }
        });
        Plane result = Plane.zeros(rows.width(), (plane.height() - first + step - 1) / step);
        Rows.forEach(result, y -> {
            for (int k = 0; k < taps.length; k++) {
                int from = (first + step * y + k) * rows.width();
                addRow(rows.values(), from, taps[k], result.values(), y * result.width(), result.width());
            }
        });
        return result;
    }

    /** Correlates with the kernel and keeps the size. */
    public static Plane same(Plane plane, Kernel kernel, Border border) {
        int left = (kernel.width() - 1) / 2;
        int top = (kernel.height() - 1) / 2;
        return valid(padded(plane, left, top, kernel.width() - 1 - left, kernel.height() - 1 - top, border), kernel);
    }

    /** Correlates with the kernel where it lies fully inside. */
    public static Plane valid(Plane plane, Kernel kernel) {
        Plane result = Plane.zeros(plane.width() - kernel.width() + 1, plane.height() - kernel.height() + 1);
        double[] taps = kernel.taps();
        Rows.forEach(result, y -> {
            for (int k = 0; k < taps.length; k++) {
                if (taps[k] != 0) {
                    int from = (y + k / kernel.width()) * plane.width() + k % kernel.width();
                    addRow(plane.values(), from, taps[k], result.values(), y * result.width(), result.width());
                }
            }
        });
        return result;
    }

    /** The plane with more columns and rows around it. */
    public static Plane padded(Plane plane, int left, int top, int right, int bottom, Border border) {
        Plane result = Plane.zeros(left + plane.width() + right, top + plane.height() + bottom);
        int[] columns = new int[result.width()];
        for (int x = 0; x < columns.length; x++) {
            columns[x] = border.inside(x - left, plane.width());
        }
        for (int y = 0; y < result.height(); y++) {
            int row = border.inside(y - top, plane.height());
            if (row >= 0) {
                int start = y * columns.length;
                for (int x = 0; x < left; x++) {
                    copy(plane, columns[x], row, result, start + x);
                }
                System.arraycopy(plane.values(), row * plane.width(), result.values(), start + left, plane.width());
                for (int x = left + plane.width(); x < columns.length; x++) {
                    copy(plane, columns[x], row, result, start + x);
                }
            }
        }
        return result;
    }

    private static void copy(Plane plane, int column, int row, Plane target, int place) {
        if (column >= 0) {
            target.values()[place] = plane.at(column, row);
        }
    }
}
