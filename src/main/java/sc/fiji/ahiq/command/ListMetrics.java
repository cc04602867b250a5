/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.List;
import java.util.stream.Stream;
import org.scijava.Context;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.inference.AhiqMetric;
import sc.fiji.ahiq.network.learned.LearnedMetric;
import sc.fiji.ahiq.network.model.ModelStore;

/** Lists the metrics. Throws a {@link sc.fiji.ahiq.base.error.UsageException} if the format is none of the choices. */
@Plugin(
        type = Command.class,
        name = "metrics",
        label = "AHIQ Metrics",
        description = "Lists the metrics that scoring takes, those of other jars on the class path\n"
                + "and models of other metrics included.\n"
                + "Besides these it takes TorchScript files, see 'ahiq score --help'.\n"
                + "The smallest size for ahiq is that of the model that is used where none is named.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class ListMetrics extends StoreInputs {

    @Parameter(
            label = "Format",
            description = "of the list",
            choices = {"table", "csv", "json"},
            attrs = @Attr(name = Input.VALUE, value = "FORMAT"),
            persist = false,
            required = false)
    private String format = "table";

    /** Supplied by SciJava; null without it. */
    @Parameter(persist = false, required = false)
    private Context context;

    @Parameter(label = "Metrics", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private String list;

    @Override
    protected void execute() {
        MetricList texts = new MetricList(all(context == null ? Metrics.ofClassPath() : Metrics.of(context), store()));
        list = switch (TextFormat.parse(format)) {
            case TABLE -> texts.table();
            case CSV -> texts.csv();
            case JSON -> texts.json();
        };
    }

    /** What the program knows without a context or a folder of the user's choice. */
    public static List<MetricDescription> all() {
        return all(Metrics.ofClassPath(), ModelStore.of(null));
    }

    private static List<MetricDescription> all(Metrics known, ModelStore store) {
        return Stream.concat(
                        Stream.of(AhiqMetric.describe(AhiqMetric.NAME, store.defaultMinimumSize())),
                        Stream.concat(known.all().stream().map(Metric::description), LearnedMetric.describe(store)))
                .toList();
    }
}
