/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import sc.fiji.ahiq.network.inference.NetworkBenchmark;
import sc.fiji.ahiq.scoring.results.JsonText;

/** What a benchmark found, as text. */
final class BenchmarkReport {

    private final NetworkBenchmark.Result result;

    BenchmarkReport(NetworkBenchmark.Result result) {
        this.result = result;
    }

    /** With the figures that follow from others. */
    String json() {
        Map<String, Double> derived = new LinkedHashMap<>();
        derived.put("pairs_per_second", result.pairsPerSecond());
        derived.put("comparisons_per_second", result.comparisonsPerSecond());
        derived.put("gigaflops", result.gigaflops());
        derived.put("efficiency", result.efficiency());
        derived.put("cached_fraction", result.cachedFraction());
        return JsonText.pretty(result, derived);
    }

    /** For people. */
    String text() {
        NetworkBenchmark.Result r = result;
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add(line("%s, device %s, batch %d", r.engine(), r.device(), r.batch()));
        lines.add(line("%-24s %10s %10s %12s", "", "seconds", "pairs/s", "GFLOP/s"));
        lines.add(line("%-24s %10s %10s %12.1f", "4096 matrix product", "", "", r.matrixGigaflops()));
        lines.add(line("%-24s %10.3f %10.3f %12.1f", "crop pair", r.pairSeconds(), r.pairsPerSecond(), r.gigaflops()));
        lines.add(line("%-24s %10.3f %10.3f", "with encoded reference", r.compareSeconds(), r.comparisonsPerSecond()));
        lines.add("");
        lines.add(line("%-24s %10s %10s %12s", "stage", "seconds", "per pair", "GFLOP/s"));
        for (NetworkBenchmark.Stage stage : r.stages()) {
            String speed = stage.gigaflops() > 0 ? line("%.1f", stage.gigaflops()) : "";
            lines.add(line("%-24s %10.3f %9dx %12s", stage.name(), stage.seconds(), stage.timesPerPair(), speed));
        }
        lines.add("");
        lines.add(line(
                "Network / matrix product: %.3f (counting %.0f GFLOP per crop pair)",
                r.efficiency(), r.gigaflopPerPair()));
        return lines.add(line("Further distorted image / pair: %.3f", r.cachedFraction()))
                .toString();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
