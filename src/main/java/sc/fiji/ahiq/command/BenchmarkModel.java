/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.NetworkBenchmark;
import sc.fiji.ahiq.network.model.ModelFolder;

/** Measures speed. Throws an {@link sc.fiji.ahiq.base.error.AhiqException} if it cannot, or is stopped. */
@Plugin(
        type = Command.class,
        name = "benchmark",
        label = "AHIQ Benchmark...",
        description = "Measures the speed of the network on this machine, beside that of a large matrix product.\n"
                + "Without a model it takes the published network with pseudo-random weights, which are as fast as trained"
                + " ones.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class BenchmarkModel extends EngineInputs {

    @Parameter(
            label = "Model",
            description = "name of a model, or its folder; empty: none",
            style = FileWidget.DIRECTORY_STYLE,
            attrs = {@Attr(name = Input.SHORT, value = "m"), @Attr(name = Input.VALUE, value = "NAME_OR_DIR")},
            persist = false,
            required = false)
    private String model = "";

    @Parameter(
            label = "Architecture",
            description = "without a model: network of the paper, or of a row of its tables 6 to 8",
            attrs = {@Attr(name = Input.NETWORK), @Attr(name = Input.VALUE, value = "NAME")},
            persist = false,
            required = false)
    private String architecture = "vit-b8";

    @Parameter(
            label = "Rounds",
            description = "measured runs of each part; the fastest counts",
            min = "1",
            persist = false,
            required = false)
    private int rounds = 3;

    @Parameter(label = "JSON", description = "print JSON", persist = false, required = false)
    private boolean json = false;

    @Parameter(label = "Report", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private String report;

    @Override
    protected void execute() {
        InferenceOptions options = inference();
        if (rounds < 1) {
            throw new UsageException("rounds=" + rounds + ": expected 1 or more.");
        }
        progress().step("run");
        BenchmarkReport result = new BenchmarkReport(ScoringTurn.await(progress(), () -> measure(options)));
        report = json ? result.json() : result.text();
    }

    private NetworkBenchmark.Result measure(InferenceOptions options) {
        if (model.isBlank()) {
            return NetworkBenchmark.run(MakeUntrainedModel.model(architecture, 1), options, rounds, progress());
        }
        try (ModelFolder folder = ModelFolder.open(store().find(model))) {
            return NetworkBenchmark.run(folder, options, rounds, progress());
        }
    }
}
