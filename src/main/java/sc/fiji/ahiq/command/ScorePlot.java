/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import ij.ImagePlus;
import ij.gui.Plot;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Scores as one of ImageJ's plots, which zooms and lists its values as others do. */
final class ScorePlot {

    /** Told apart by the colour-blind, too: M. Okabe and K. Ito, Color Universal Design, 2008. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0xe69f00),
            new Color(0x56b4e9),
            Color.BLACK);

    private static final String TITLE = "AHIQ Plot";
    private static final int WIDTH = 480;
    private static final int HEIGHT = 300;
    private static final int LINE = 2;
    private static final double MARGIN = 0.05;

    private final String place;
    private final List<String> categories;
    private final List<PlotSeries> series;
    private final boolean bars;

    /** @param categories names of the places 0, 1, ...; none if places are numbers */
    ScorePlot(String place, List<String> categories, List<PlotSeries> series, boolean bars) {
        this.place = place;
        this.categories = categories;
        this.series = series;
        this.bars = bars;
    }

    ImagePlus image() {
        String across = categories.isEmpty()
                ? place
                : categories.stream().map(name -> name.replace(',', ' ')).collect(Collectors.joining(",", "{", "}"));
        Plot plot = new Plot(TITLE, across, series.size() == 1 ? series.get(0).name() : "score");
        plot.setFrameSize(WIDTH, HEIGHT);
        plot.setLineWidth(LINE);
        for (int i = 0; i < series.size(); i++) {
            PlotSeries one = series.get(i);
            Color colour = COLOURS.get(i % COLOURS.size());
            plot.setColor(colour, colour);
            plot.add("connected circles", one.x(), one.y());
            if (bars && Arrays.stream(one.deviations()).anyMatch(deviation -> deviation > 0)) {
                plot.addErrorBars(one.deviations());
            }
        }
        plot.setColor(Color.BLACK);
        setLimits(plot);
        if (series.size() > 1) {
            plot.addLegend(series.stream().map(PlotSeries::name).collect(Collectors.joining("\n")));
        }
        ImagePlus image = plot.getImagePlus();
        image.setProperty("XValues", plot.getXValues()); // by which Plot.getValues works without a window
        image.setProperty("YValues", plot.getYValues());
        return image;
    }

    /** All points with their bars, and some room around them. */
    private void setLimits(Plot plot) {
        double left = series.stream()
                .flatMapToDouble(one -> Arrays.stream(one.x()))
                .min()
                .orElse(0);
        double right = series.stream()
                .flatMapToDouble(one -> Arrays.stream(one.x()))
                .max()
                .orElse(1);
        double bottom = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (PlotSeries one : series) {
            for (int i = 0; i < one.y().length; i++) {
                double bar = bars ? one.deviations()[i] : 0;
                bottom = Math.min(bottom, one.y()[i] - bar);
                top = Math.max(top, one.y()[i] + bar);
            }
        }
        double across = right > left ? MARGIN * (right - left) : 1;
        double up = top > bottom ? MARGIN * (top - bottom) : 1;
        plot.setLimits(left - across, right + across, bottom - up, top + up);
    }
}
