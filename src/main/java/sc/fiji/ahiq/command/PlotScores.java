/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import ij.ImagePlus;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.DataTable;
import sc.fiji.ahiq.scoring.results.LoadedTable;

/**
 * Plots scores over a column of their table. Throws a {@link UsageException} if there are no scores, or no such
 * columns.
 */
@Plugin(
        type = Command.class,
        label = "AHIQ Plot...",
        description = "Plots scores over slices, frames or another column of the table AHIQ Scores.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class PlotScores extends AhiqCommand implements ScoresReader {

    private static final String ROW = "row";

    @Parameter(
            label = "Over",
            description = "slice, frame or another column, of numbers or texts\n"
                    + "empty: slice or frame, of which there are several, or else row",
            persist = false,
            required = false)
    private String x = "";

    @Parameter(
            label = "Metrics",
            description = "columns of scores, separated by commas, such as ahiq,psnr; empty: all",
            attrs = {@Attr(name = Input.VALUE, value = "NAMES"), @Attr(name = Input.METRIC_NAMES)},
            persist = false,
            required = false)
    private String metrics = "";

    @Parameter(
            label = "Error bars",
            description = "standard deviation of the rows of one place or, of a single row, of its crops",
            persist = false,
            required = false)
    private boolean error_bars = true;

    @Parameter(
            label = "Rescale each metric",
            description = "to 0..1, so that metrics of different ranges fit into one plot",
            persist = false,
            required = false)
    private boolean rescale = false;

    @Parameter(
            label = "Table",
            description = "file of scores, .csv or .jsonl; empty: the table AHIQ Scores",
            persist = false,
            required = false)
    private File table;

    @Parameter(label = "Plot", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private ImagePlus plot;

    private Supplier<DataTable> scores = () -> new DataTable(List.of(), List.of());

    @Override
    public void setScores(Supplier<DataTable> scores) {
        this.scores = scores;
    }

    @Override
    protected void execute() {
        ScoreColumns columns = new ScoreColumns(table == null ? scores.get() : read(table));
        if (columns.size() == 0) {
            throw new UsageException("There are no scores to plot: score images first, or give table=FILE.");
        }
        List<String> chosen = chosen(columns);
        String place = x.isBlank() ? place(columns) : x.strip();
        List<String> categories = new ArrayList<>();
        double[] places = place.equals(ROW) && !columns.has(ROW) ? columns.rows() : columns.places(place, categories);
        List<PlotSeries> series = chosen.stream()
                .map(metric -> PlotSeries.of(metric, places, columns.numbers(metric), deviations(columns, metric)))
                .map(one -> rescale ? one.rescaled() : one)
                .toList();
        plot = new ScorePlot(place, categories, series, error_bars).image();
    }

    private static DataTable read(File file) {
        LoadedTable loaded = LoadedTable.read(file.toPath());
        return new DataTable(
                loaded.columns(),
                loaded.rows().stream()
                        .map(row ->
                                loaded.columns().stream().<Object>map(row::text).toList())
                        .toList());
    }

    private List<String> chosen(ScoreColumns columns) {
        List<String> all = columns.metrics();
        List<String> names = metrics.isBlank()
                ? all
                : Stream.of(metrics.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        names.forEach(name -> columns.require("metrics", name));
        if (names.isEmpty()) {
            throw new UsageException("There are no columns of scores to plot: score images first.");
        }
        return names;
    }

    private static String place(ScoreColumns columns) {
        return Stream.of("slice", "frame").filter(columns::varies).findFirst().orElse(ROW);
    }

    /** Of its crops, for a metric that looks at some. */
    private static double[] deviations(ScoreColumns columns, String metric) {
        Optional<String> first = columns.metrics().stream()
                .filter(name -> name.equals(Columns.AHIQ) || name.startsWith(Columns.AHIQ + ":"))
                .findFirst();
        String own = metric + "." + Columns.SD;
        String column = columns.has(own) || first.isEmpty() || !first.get().equals(metric) ? own : Columns.SD;
        return columns.numbers(column);
    }
}
