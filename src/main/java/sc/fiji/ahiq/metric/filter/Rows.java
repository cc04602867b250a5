/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs one task per row, in parallel where the plane is large enough to pay for it. */
public final class Rows {

    private static final int PARALLEL_AREA = 1 << 16;

    private Rows() {}

    public static void forEach(Plane plane, IntConsumer row) {
        forEach(plane.height(), plane.width(), row);
    }

    public static void forEach(int rows, int columns, IntConsumer row) {
        IntStream all = IntStream.range(0, rows);
        if ((long) rows * columns >= PARALLEL_AREA) {
            all.parallel().forEach(row);
        } else {
            all.forEach(row);
        }
    }
}
