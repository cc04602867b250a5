/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.plot;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * Points in groups, each group in a colour of its own, and a curve over them. Groups are told by colour and shape up to
 * 42 of them. The points of all groups are mixed in depth, so that none hides another.
 *
 * @param curve y for an x; left out where it leaves the range of the points
 */
public record ScatterPlot(
        String title,
        String subtitle,
        String xLabel,
        String yLabel,
        List<PointGroup> groups,
        Optional<DoubleUnaryOperator> curve) {

    private static final double LEFT = 70;
    private static final double TOP = 54;
    private static final double WIDTH = 520;
    private static final double HEIGHT = 430;
    private static final double BOTTOM = 50;
    private static final double GAP = 16;
    private static final int TICKS = 8;
    private static final int LAYERS = 8;
    private static final int CURVE_POINTS = 240;

    /**
     * @param name in the legend
     * @param x finite
     * @param y finite, as many
     */
    public record PointGroup(String name, double[] x, double[] y) {

        /** @throws IllegalArgumentException if there are not as many x as y */
        public PointGroup {
            if (x.length != y.length) {
                throw new IllegalArgumentException(x.length + " x and " + y.length + " y in " + name);
            }
        }
    }

    /** Draws it. The legend is left out where there is but one group. */
    public Figure figure() {
        Drawing drawing = new Drawing();
        Axis xAxis = Axis.around(all(PointGroup::x));
        Axis yAxis = Axis.around(all(PointGroup::y));
        drawing.title(LEFT, title, subtitle);
        drawXAxis(drawing, xAxis);
        drawYAxis(drawing, yAxis);
        drawPoints(drawing, xAxis, yAxis);
        curve.ifPresent(function -> drawCurve(drawing, function, xAxis, yAxis));
        Legend legend = new Legend(HEIGHT);
        if (groups.size() > 1) {
            groups.forEach(group -> legend.add(group.name()));
            legend.draw(drawing, LEFT + WIDTH + GAP, TOP);
        }
        return drawing.figure(LEFT + WIDTH + GAP + legend.width(), TOP + HEIGHT + BOTTOM, title + ". " + subtitle);
    }

    private double[] all(Function<PointGroup, double[]> coordinate) {
        return groups.stream()
                .map(coordinate)
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }

    private static double left(Axis axis, double value) {
        return axis.position(value, LEFT, LEFT + WIDTH);
    }

    private static double top(Axis axis, double value) {
        return axis.position(value, TOP + HEIGHT, TOP);
    }

    private void drawXAxis(Drawing drawing, Axis axis) {
        axis.ticks(TICKS).forEach(tick -> {
            double x = left(axis, tick.doubleValue());
            drawing.gridLine(x, TOP, x, TOP + HEIGHT);
            drawing.text(x, TOP + HEIGHT + 17, Drawing.Anchor.MIDDLE, Axis.label(tick));
        });
        drawing.line(LEFT, TOP + HEIGHT, LEFT + WIDTH, TOP + HEIGHT, 1);
        drawing.text(LEFT + WIDTH / 2, TOP + HEIGHT + 40, Drawing.Anchor.MIDDLE, xLabel);
    }

    private void drawYAxis(Drawing drawing, Axis axis) {
        axis.ticks(TICKS).forEach(tick -> {
            double y = top(axis, tick.doubleValue());
            drawing.gridLine(LEFT, y, LEFT + WIDTH, y);
            drawing.text(LEFT - 7, y + Drawing.FONT_SIZE / 3, Drawing.Anchor.END, Axis.label(tick));
        });
        drawing.line(LEFT, TOP, LEFT, TOP + HEIGHT, 1);
        double middle = TOP + HEIGHT / 2;
        drawing.text(
                16,
                middle,
                Drawing.Anchor.MIDDLE,
                yLabel,
                "transform",
                "rotate(-90 16 " + Drawing.number(middle) + ")");
    }

    private void drawPoints(Drawing drawing, Axis xAxis, Axis yAxis) {
        int count = groups.stream().mapToInt(group -> group.x().length).sum();
        double radius = count <= 500 ? 3.2 : count <= 3000 ? 2.4 : 1.8;
        double opacity = count <= 500 ? 0.85 : count <= 3000 ? 0.7 : 0.55;
        for (int layer = 0; layer < LAYERS; layer++) {
            for (int i = 0; i < groups.size(); i++) {
                PointGroup group = groups.get(i);
                StringBuilder path = new StringBuilder();
                for (int point = layer; point < group.x().length; point += LAYERS) {
                    Marker.of(i).append(path, left(xAxis, group.x()[point]), top(yAxis, group.y()[point]), radius);
                }
                if (!path.isEmpty()) {
                    Marker.of(i).paint(drawing, path, radius, opacity);
                }
            }
        }
    }

    private static void drawCurve(Drawing drawing, DoubleUnaryOperator function, Axis xAxis, Axis yAxis) {
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i <= CURVE_POINTS; i++) {
            double x = xAxis.low() + (xAxis.high() - xAxis.low()) * i / CURVE_POINTS;
            double y = function.applyAsDouble(x);
            boolean visible = yAxis.contains(y);
            if (visible) {
                path.append(drawn ? 'L' : 'M');
                path.append(Drawing.number(left(xAxis, x))).append(' ').append(Drawing.number(top(yAxis, y)));
            }
            drawn = visible;
        }
        if (!path.isEmpty()) {
            drawing.element(
                    "path",
                    "d",
                    path,
                    "stroke",
                    "currentColor",
                    "stroke-width",
                    2,
                    "stroke-linejoin",
                    "round",
                    "fill",
                    "none");
        }
    }
}
