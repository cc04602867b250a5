/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.plot;

import java.util.List;

/**
 * Horizontal bars from zero, in groups below each other; in a group one bar of every series, the series told by colour.
 *
 * @param valueLabel of the axis
 * @param groups names
 */
public record BarChart(String title, String subtitle, String valueLabel, List<String> groups, List<Series> series) {

    private static final double TOP = 54;
    private static final double WIDTH = 520;
    private static final double BOTTOM = 50;
    private static final double GAP = 16;
    private static final double GROUP_GAP = 10;
    private static final double VALUE_WIDTH = 46;
    private static final int TICKS = 10;
    private static final int MAX_CHARACTERS = 28;

    /**
     * @param name in the legend
     * @param bars one for every group
     */
    public record Series(String name, List<Bar> bars) {}

    /**
     * @param value NaN if there is none
     * @param low lower end of its confidence interval; NaN if there is none
     * @param high upper end
     */
    public record Bar(double value, double low, double high) {}

    /** @throws IllegalArgumentException if a series has not as many bars as there are groups */
    public BarChart {
        for (Series one : series) {
            if (one.bars().size() != groups.size()) {
                throw new IllegalArgumentException(
                        one.bars().size() + " bars for " + groups.size() + " groups in " + one.name());
            }
        }
    }

    /** Draws it. A single series has its values beside its bars and no legend. */
    public Figure figure() {
        Drawing drawing = new Drawing();
        double left = GAP
                + groups.stream()
                        .mapToDouble(name -> Drawing.textWidth(Drawing.shortened(name, MAX_CHARACTERS)))
                        .max()
                        .orElse(0);
        double height = groups.size() * groupHeight();
        Axis axis = axis();
        drawing.title(GAP, title, subtitle);
        drawAxis(drawing, axis, left, height);
        for (int group = 0; group < groups.size(); group++) {
            drawGroup(drawing, axis, left, group);
        }
        double zero = axis.position(0, left, left + WIDTH);
        drawing.line(zero, TOP, zero, TOP + height, 1);
        Legend legend = new Legend(height);
        if (series.size() > 1) {
            series.forEach(one -> legend.add(one.name()));
            legend.draw(drawing, left + WIDTH + GAP, TOP);
        }
        double right = Math.max(legend.width(), series.size() == 1 ? VALUE_WIDTH : 0);
        return drawing.figure(left + WIDTH + GAP + right, TOP + height + BOTTOM, title + ". " + subtitle);
    }

    private double thickness() {
        return switch (series.size()) {
            case 0, 1 -> 16;
            case 2, 3 -> 10;
            default -> 7;
        };
    }

    private double groupHeight() {
        return thickness() * series.size() + GROUP_GAP;
    }

    /** From zero, or the least value, to one, or the greatest value. */
    private Axis axis() {
        double low = 0;
        double high = 1;
        for (Series one : series) {
            for (Bar bar : one.bars()) {
                for (double end : new double[] {bar.value(), bar.low(), bar.high()}) {
                    low = end < low ? end : low;
                    high = end > high ? end : high;
                }
            }
        }
        return new Axis(low, high);
    }

    private void drawAxis(Drawing drawing, Axis axis, double left, double height) {
        axis.ticks(TICKS).forEach(tick -> {
            double x = axis.position(tick.doubleValue(), left, left + WIDTH);
            drawing.gridLine(x, TOP, x, TOP + height);
            drawing.text(x, TOP + height + 17, Drawing.Anchor.MIDDLE, Axis.label(tick));
        });
        drawing.line(left, TOP + height, left + WIDTH, TOP + height, 1);
        drawing.text(left + WIDTH / 2, TOP + height + 40, Drawing.Anchor.MIDDLE, valueLabel);
    }

    private void drawGroup(Drawing drawing, Axis axis, double left, int group) {
        double top = TOP + group * groupHeight() + GROUP_GAP / 2;
        double middle = top + thickness() * series.size() / 2;
        drawing.text(
                left - 7,
                middle + Drawing.FONT_SIZE / 3,
                Drawing.Anchor.END,
                Drawing.shortened(groups.get(group), MAX_CHARACTERS));
        for (int i = 0; i < series.size(); i++) {
            Bar bar = series.get(i).bars().get(group);
            if (!Double.isNaN(bar.value())) {
                drawBar(
                        drawing,
                        axis,
                        left,
                        top + i * thickness(),
                        bar,
                        Marker.of(i).colour());
            }
        }
    }

    private void drawBar(Drawing drawing, Axis axis, double left, double top, Bar bar, String colour) {
        double zero = axis.position(0, left, left + WIDTH);
        double end = axis.position(bar.value(), left, left + WIDTH);
        drawing.element(
                "rect",
                "x",
                Math.min(zero, end),
                "y",
                top,
                "width",
                Math.abs(end - zero),
                "height",
                thickness() - 1,
                "fill",
                colour);
        if (series.size() == 1) {
            double x = left + WIDTH + GAP / 2;
            String value = String.format(java.util.Locale.ROOT, "%.3f", bar.value());
            drawing.text(x, top + thickness() / 2 + Drawing.FONT_SIZE / 3, Drawing.Anchor.START, value);
        }
        if (!Double.isNaN(bar.low()) && !Double.isNaN(bar.high())) {
            drawInterval(drawing, axis, left, top, bar);
        }
    }

    private void drawInterval(Drawing drawing, Axis axis, double left, double top, Bar bar) {
        double low = axis.position(bar.low(), left, left + WIDTH);
        double high = axis.position(bar.high(), left, left + WIDTH);
        double middle = top + (thickness() - 1) / 2;
        double cap = thickness() / 4;
        drawing.line(low, middle, high, middle, 1.2);
        drawing.line(low, middle - cap, low, middle + cap, 1.2);
        drawing.line(high, middle - cap, high, middle + cap, 1.2);
    }
}
