/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.scoring.batch.Batch;
import sc.fiji.ahiq.scoring.results.MergeSummary;

/** {@code ahiq merge}. */
@Command(
        name = "merge",
        description = {
            "Joins the results files of all shards of 'ahiq batch' to the file that a run without shards makes.",
            "Nothing is written if a pair is missing or in two files, or options differ."
        },
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "*.csv or *.jsonl, as the shards; must not exist")
    private Path output;

    @Parameters(arity = "1..*", paramLabel = "SHARD", description = "results files, in any order")
    private List<Path> shards;

    @Override
    public Integer call() {
        MergeSummary summary = Batch.merge(shards, output);
        spec.commandLine().getErr().println(summary);
        return summary.failed() == 0 ? ExitCode.OK : ExitCode.PAIRS_FAILED;
    }
}
