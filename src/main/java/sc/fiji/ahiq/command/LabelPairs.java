/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.inference.AhiqMetric;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.pairs.ManifestWriter;
import sc.fiji.ahiq.training.label.Fusion;
import sc.fiji.ahiq.training.label.Labels;

/**
 * Labels pairs by the scores of several metrics. Throws an {@link sc.fiji.ahiq.base.error.AhiqException} if it cannot.
 */
@Plugin(
        type = Command.class,
        name = "label",
        label = "AHIQ Label Pairs...",
        description = "Makes labels to train on, without people, of the scores of several metrics.\n"
                + "They are fused to one opinion in 0..1 for each pair. The labels of one image under one distortion never"
                + " rise with its level; each reference with itself has label 1.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class LabelPairs extends AhiqCommand implements WritingCommand {

    @Parameter(
            label = "Scores",
            description = "results files of 'ahiq batch' over manifests of 'ahiq distort', labelled together",
            attrs = {@Attr(name = Input.POSITIONAL), @Attr(name = Input.VALUE, value = "SCORES")},
            persist = false)
    private File[] scores;

    @Parameter(
            label = "Metrics",
            description = "columns to fuse, separated by commas, such as vif,vsi,mdsi",
            attrs = @Attr(name = Input.VALUE, value = "NAMES"),
            persist = false)
    private String metrics;

    @Parameter(
            label = "Fusion",
            description = "of the scores of a pair",
            choices = {"reciprocal-rank", "mean-rank"},
            attrs = @Attr(name = Input.VALUE, value = "NAME"),
            persist = false,
            required = false)
    private String fusion = "reciprocal-rank";

    @Parameter(
            label = "Scale",
            description = "ranks: evenly spread; people: mean opinions of KADID-10k on each type and level, and\n"
                    + "fused ranks mapped to them where there are none",
            choices = {"ranks", "people"},
            attrs = @Attr(name = Input.VALUE, value = "NAME"),
            persist = false,
            required = false)
    private String scale = "ranks";

    @Parameter(
            label = "Residual",
            description = "of the scale of people: share of what the metrics see in an image beyond the mean of its\n"
                    + "type and level",
            min = "0",
            max = "1",
            attrs = @Attr(name = Input.VALUE, value = "SHARE"),
            persist = false,
            required = false)
    private double residual = 0.3;

    @Parameter(
            label = "Manifest",
            description = "manifest to write, in a folder that exists",
            style = FileWidget.SAVE_STYLE,
            attrs = @Attr(name = Input.SHORT, value = "o"),
            persist = false)
    private File output;

    @Parameter(label = "Report", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private String report;

    @Override
    protected void execute() {
        List<MetricDescription> descriptions =
                MetricSelection.parse(metrics, Metrics.ofClassPath()).descriptions();
        if (descriptions.stream().anyMatch(metric -> metric.name().split(":")[0].equals(AhiqMetric.NAME))) {
            throw new UsageException(
                    "Expected other metrics than ahiq, whose scores such labels are to train. Leave it out.");
        }
        outputs(scores).require(output.toPath());
        Labels labels = labels(Stream.of(scores).map(File::toPath).toList(), descriptions);
        ManifestWriter.write(output.toPath(), labels.pairs());
        report = output + ": " + labels.pairs().size() + " pairs"
                + (labels.excluded() == 0 ? "" : ", " + labels.excluded() + " rows without scores left out");
    }

    private Labels labels(List<Path> files, List<MetricDescription> descriptions) {
        if (!(residual >= 0 && residual <= 1)) {
            throw new UsageException("residual=" + residual + ": expected 0 to 1.");
        }
        return switch (scale.toLowerCase(Locale.ROOT)) {
            case "ranks" -> Labels.of(files, descriptions, fusion());
            case "people" -> Labels.ofPeople(files, descriptions, fusion(), residual);
            default -> throw new UsageException("scale=" + scale + ": expected ranks or people.");
        };
    }

    private Fusion fusion() {
        return switch (fusion.toLowerCase(Locale.ROOT)) {
            case "reciprocal-rank" -> Fusion.RECIPROCAL_RANK;
            case "mean-rank" -> Fusion.MEAN_RANK;
            default -> throw new UsageException("fusion=" + fusion + ": expected reciprocal-rank or mean-rank.");
        };
    }
}
