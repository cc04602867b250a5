/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.plot;

import java.util.ArrayList;
import java.util.List;

/** Names beside their markers, in as many columns as the height asks for. */
final class Legend {

    private static final double ROW_HEIGHT = 17;
    private static final double MARKER_WIDTH = 18;
    private static final double COLUMN_GAP = 10;
    private static final double RADIUS = 4;
    private static final int MAX_CHARACTERS = 24;

    private final List<String> names = new ArrayList<>();
    private final int rows;

    /** @param height that the legend may take */
    Legend(double height) {
        this.rows = Math.max(1, (int) (height / ROW_HEIGHT));
    }

    /** The n-th name stands beside the n-th marker. */
    void add(String name) {
        names.add(Drawing.shortened(name, MAX_CHARACTERS));
    }

    double width() {
        double width = 0;
        for (int column = 0; column * rows < names.size(); column++) {
            width += columnWidth(column);
        }
        return width;
    }

    private double columnWidth(int column) {
        return names.subList(column * rows, Math.min(names.size(), (column + 1) * rows)).stream()
                        .mapToDouble(Drawing::textWidth)
                        .max()
                        .orElse(0)
                + MARKER_WIDTH
                + COLUMN_GAP;
    }

    void draw(Drawing drawing, double left, double top) {
        double x = left;
        for (int i = 0; i < names.size(); i++) {
            if (i > 0 && i % rows == 0) {
                x += columnWidth(i / rows - 1);
            }
            double y = top + (i % rows + 0.5) * ROW_HEIGHT;
            StringBuilder path = new StringBuilder();
            Marker.of(i).append(path, x + MARKER_WIDTH / 2, y, RADIUS);
            Marker.of(i).paint(drawing, path, RADIUS, 1);
            drawing.text(x + MARKER_WIDTH, y + Drawing.FONT_SIZE / 3, Drawing.Anchor.START, names.get(i));
        }
    }
}
