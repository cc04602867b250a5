/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.AhiqMetric;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.scoring.results.DataTable;
import sc.fiji.ahiq.scoring.results.JsonText;

/** {@code ahiq metrics}. */
@Command(
        name = "metrics",
        description = {
            "Lists the metrics that --metrics takes, those of other jars on the class path included.",
            "Besides these it takes TorchScript files, see 'ahiq score --help'.",
            "The smallest size for ahiq is that of the model that is used where none is named."
        },
        mixinStandardHelpOptions = true)
final class MetricsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json (default: ${DEFAULT-VALUE})")
    private ScoreFormat format;

    @Override
    public Integer call() {
        List<MetricDescription> metrics = Stream.concat(
                        Stream.of(AhiqMetric.describe(
                                AhiqMetric.NAME, ModelStore.of(null).defaultCrop())),
                        Metrics.ofClassPath().all().stream().map(Metric::description))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> printTable(metrics, out);
            case CSV -> out.print(csv(metrics));
            case JSON ->
                out.println(JsonText.pretty(
                        metrics.stream().map(MetricsCommand::cells).toList()));
        }
        out.flush();
        return ExitCode.OK;
    }

    private static void printTable(List<MetricDescription> metrics, PrintWriter out) {
        String line = "%-16s  %-21s  %-6s  %-9s  %-6s  %4s  %-3s  %s%n";
        out.printf(line, "name", "metric", "better", "range", "sees", "size", "map", "source");
        for (MetricDescription metric : metrics) {
            Map<String, Object> cells = cells(metric);
            out.printf(
                    line,
                    metric.name(),
                    metric.label(),
                    cells.get("better"),
                    cells.get("lowest") + ".." + cells.get("highest"),
                    cells.get("sees"),
                    metric.minimumSize(),
                    metric.hasMap() ? "yes" : "no",
                    metric.citation());
        }
    }

    private static String csv(List<MetricDescription> metrics) {
        List<Map<String, Object>> rows =
                metrics.stream().map(MetricsCommand::cells).toList();
        List<String> columns = List.copyOf(rows.get(0).keySet());
        return new DataTable(
                        columns,
                        rows.stream().map(row -> List.copyOf(row.values())).toList())
                .csv();
    }

    private static Map<String, Object> cells(MetricDescription metric) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("name", metric.name());
        cells.put("metric", metric.label());
        cells.put("better", metric.direction().label().replace(" is better", ""));
        cells.put("lowest", end(metric.lowest()));
        cells.put("highest", end(metric.highest()));
        cells.put("sees", metric.needsColour() ? "colour" : "grey");
        cells.put("minimum_size", metric.minimumSize());
        cells.put("map", metric.hasMap());
        cells.put("source", metric.citation());
        return cells;
    }

    /** As text, for JSON has no infinity. */
    private static String end(double value) {
        if (Double.isInfinite(value)) {
            return value < 0 ? "-inf" : "inf";
        }
        return Double.toString(value).replaceFirst("\\.0$", "");
    }
}
