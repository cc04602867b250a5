/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.AhiqMetric;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.pairs.ManifestWriter;
import sc.fiji.ahiq.training.label.Fusion;
import sc.fiji.ahiq.training.label.Labels;

/** {@code ahiq label}. */
@Command(
        name = "label",
        description = {
            "Makes labels to train on, without people, of the scores of several metrics.",
            "They are fused to one opinion in 0..1 for each pair. The labels of one image under one distortion never rise with its"
                    + " level; each reference with itself has label 1."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LabelCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SCORES",
            arity = "1..*",
            description =
                    "results files of 'ahiq batch --metrics ...' over manifests of 'ahiq distort', labelled together")
    private List<Path> scores;

    @Option(
            names = "--metrics",
            paramLabel = "NAMES",
            required = true,
            description = "columns to fuse, separated by commas, such as vif,vsi,mdsi")
    private String metrics;

    @Option(
            names = "--fusion",
            paramLabel = "NAME",
            defaultValue = "reciprocal-rank",
            description = "reciprocal-rank or mean-rank (default: ${DEFAULT-VALUE})")
    private String fusion;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "manifest to write, in a folder that exists; a file of this name is replaced")
    private Path output;

    @Override
    public Integer call() {
        List<MetricDescription> descriptions =
                MetricSelection.parse(metrics, Metrics.ofClassPath()).descriptions();
        if (descriptions.stream().anyMatch(metric -> metric.name().split(":")[0].equals(AhiqMetric.NAME))) {
            throw new UsageException(
                    "Expected other --metrics than ahiq, whose scores such labels are to train. Leave it out.");
        }
        Labels labels = Labels.of(scores, descriptions, fusion());
        ManifestWriter.write(output, labels.pairs());
        spec.commandLine()
                .getOut()
                .println(output + ": " + labels.pairs().size() + " pairs"
                        + (labels.excluded() == 0 ? "" : ", " + labels.excluded() + " rows without scores left out"));
        return ExitCode.OK;
    }

    private Fusion fusion() {
        return switch (fusion.toLowerCase(Locale.ROOT)) {
            case "reciprocal-rank" -> Fusion.RECIPROCAL_RANK;
            case "mean-rank" -> Fusion.MEAN_RANK;
            default ->
                throw new UsageException("Expected --fusion reciprocal-rank or mean-rank, but found '" + fusion + "'.");
        };
    }
}
