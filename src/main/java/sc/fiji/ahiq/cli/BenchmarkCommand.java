/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.NetworkBenchmark;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.scoring.results.JsonText;

/** {@code ahiq benchmark}. */
@Command(
        name = "benchmark",
        description = {
            "Measures the speed of the network on this machine, beside that of a large matrix product.",
            "Without --model it takes the published network with pseudo-random weights, which are as fast as trained ones."
        },
        mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "NAME_OR_DIR",
            description = "name of a model, see 'ahiq models list', or folder with model.yaml and weights.safetensors")
    private String model;

    @Mixin
    private StoreOption store;

    @Mixin
    private EngineOptions engine;

    @Option(
            names = "--architecture",
            paramLabel = "NAME",
            defaultValue = "vit-b8",
            description = "without --model: vit-b8 or vit-b16 (default: ${DEFAULT-VALUE})")
    private String architecture;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "measured runs of each part; the fastest counts (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    private final Cancellation cancellation;

    BenchmarkCommand(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        InferenceOptions options = engine.parse();
        if (rounds < 1) {
            throw new UsageException("--rounds is " + rounds + ": expected 1 or more.");
        }
        TerminalProgress progress =
                new TerminalProgress(cancellation, spec.commandLine().getErr());
        progress.step("run");
        NetworkBenchmark.Result result;
        try {
            result = measure(options, progress);
        } finally {
            progress.clear();
        }
        if (json) {
            spec.commandLine().getOut().println(toJson(result));
        } else {
            print(result, spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }

    private NetworkBenchmark.Result measure(InferenceOptions options, TerminalProgress progress) {
        if (model == null) {
            return NetworkBenchmark.run(
                    new UntrainedModel("untrained-" + architecture, NamedArchitecture.parse(architecture), 1),
                    options,
                    rounds,
                    progress);
        }
        try (ModelFolder folder = ModelFolder.open(store.open().find(model))) {
            return NetworkBenchmark.run(folder, options, rounds, progress);
        }
    }

    private static String toJson(NetworkBenchmark.Result result) {
        Map<String, Double> derived = new LinkedHashMap<>();
        derived.put("pairs_per_second", result.pairsPerSecond());
        derived.put("comparisons_per_second", result.comparisonsPerSecond());
        derived.put("gigaflops", result.gigaflops());
        derived.put("efficiency", result.efficiency());
        derived.put("cached_fraction", result.cachedFraction());
        return JsonText.pretty(result, derived);
    }

    private static void print(NetworkBenchmark.Result r, PrintWriter out) {
        line(out, "%s, device %s, batch %d%n", r.engine(), r.device(), r.batch());
        line(out, "%-24s %10s %10s %12s%n", "", "seconds", "pairs/s", "GFLOP/s");
        line(out, "%-24s %10s %10s %12.1f%n", "4096 matrix product", "", "", r.matrixGigaflops());
        line(out, "%-24s %10.3f %10.3f %12.1f%n", "crop pair", r.pairSeconds(), r.pairsPerSecond(), r.gigaflops());
        line(out, "%-24s %10.3f %10.3f%n", "with encoded reference", r.compareSeconds(), r.comparisonsPerSecond());
        line(out, "%n%-24s %10s %10s %12s%n", "stage", "seconds", "per pair", "GFLOP/s");
        for (NetworkBenchmark.Stage stage : r.stages()) {
            String speed = stage.gigaflops() > 0 ? String.format(Locale.ROOT, "%.1f", stage.gigaflops()) : "";
            line(out, "%-24s %10.3f %9dx %12s%n", stage.name(), stage.seconds(), stage.timesPerPair(), speed);
        }
        line(
                out,
                "%nNetwork / matrix product: %.3f (counting %.0f GFLOP per crop pair)%n",
                r.efficiency(),
                r.gigaflopPerPair());
        line(out, "Further distorted image / pair: %.3f%n", r.cachedFraction());
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }
}
