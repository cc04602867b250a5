/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.plot;

/**
 * How the points of a group look: colour and, after six groups, shape. The colours are the scheme <i>bright</i> of P.
 * Tol, Colour Schemes (SRON/EPS/TN/09-002, 2021), without its grey: distinct for the colour-blind, and on black as on
 * white.
 */
record Marker(String colour, Shape shape) {

    private static final String[] COLOURS = {"#4477AA", "#EE6677", "#228833", "#CCBB44", "#66CCEE", "#AA3377"};

    /** The same again after 42. */
    static Marker of(int group) {
        Shape[] shapes = Shape.values();
        return new Marker(COLOURS[group % COLOURS.length], shapes[group / COLOURS.length % shapes.length]);
    }

    /** Adds a marker to the data of a path that {@link #paint} paints. */
    void append(StringBuilder path, double x, double y, double radius) {
        path.append('M');
        append(path, x + shape.x[0] * radius, y + shape.y[0] * radius);
        for (int i = 1; i < shape.x.length; i++) {
            path.append(shape.stroked() && i % 2 == 0 ? 'm' : 'l');
            append(path, (shape.x[i] - shape.x[i - 1]) * radius, (shape.y[i] - shape.y[i - 1]) * radius);
        }
        path.append(shape == Shape.DISC ? "h0" : shape.stroked() ? "" : "z");
    }

    /** To a tenth of a pixel, because there are many. */
    private static void append(StringBuilder path, double x, double y) {
        path.append(Drawing.number(Math.round(x * 10) / 10.0)).append(' ');
        path.append(Drawing.number(Math.round(y * 10) / 10.0));
    }

    void paint(Drawing drawing, StringBuilder path, double radius, double opacity) {
        if (shape.stroked()) {
            drawing.element(
                    "path",
                    "d",
                    path,
                    "stroke",
                    colour,
                    "stroke-width",
                    shape.strokeWidth * radius,
                    "stroke-linecap",
                    "round",
                    "fill",
                    "none",
                    "opacity",
                    opacity);
        } else {
            drawing.element("path", "d", path, "fill", colour, "opacity", opacity);
        }
    }

    /** Corners in units of the radius, or ends of strokes; a disc is a stroke of no length with round ends. */
    enum Shape {
        DISC(2, new double[] {0}, new double[] {0}),
        SQUARE(0, new double[] {-0.9, 0.9, 0.9, -0.9}, new double[] {-0.9, -0.9, 0.9, 0.9}),
        TRIANGLE(0, new double[] {0, 1.2, -1.2}, new double[] {-1.2, 0.9, 0.9}),
        CROSS(0.6, new double[] {-0.9, 0.9, -0.9, 0.9}, new double[] {-0.9, 0.9, 0.9, -0.9}),
        DIAMOND(0, new double[] {0, 1.2, 0, -1.2}, new double[] {-1.2, 0, 1.2, 0}),
        PLUS(0.6, new double[] {-1.1, 1.1, 0, 0}, new double[] {0, 0, -1.1, 1.1}),
        TRIANGLE_DOWN(0, new double[] {0, 1.2, -1.2}, new double[] {1.2, -0.9, -0.9});

        private final double strokeWidth;
        private final double[] x;
        private final double[] y;

        Shape(double strokeWidth, double[] x, double[] y) {
            this.strokeWidth = strokeWidth;
            this.x = x;
            this.y = y;
        }

        private boolean stroked() {
            return strokeWidth > 0;
        }
    }
}
