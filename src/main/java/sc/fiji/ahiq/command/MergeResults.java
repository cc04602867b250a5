/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.scoring.batch.Batch;
import sc.fiji.ahiq.scoring.results.MergeSummary;

/** Joins results files. Throws an {@link ImageException}, after writing all, if pairs in them could not be scored. */
@Plugin(
        type = Command.class,
        name = "merge",
        label = "AHIQ Merge Results...",
        description = "Joins the results files of all shards of a batch to the file that a run without shards makes.\n"
                + "Nothing is written if a pair is missing or in two files, or options differ.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class MergeResults extends AhiqCommand implements WritingCommand {

    @Parameter(
            label = "Results",
            description = "file to write, *.csv or *.jsonl, as the shards",
            style = FileWidget.SAVE_STYLE,
            attrs = @Attr(name = Input.SHORT, value = "o"),
            persist = false)
    private File output;

    @Parameter(
            label = "Shards",
            description = "results files, in any order",
            attrs = {@Attr(name = Input.POSITIONAL), @Attr(name = Input.VALUE, value = "SHARD")},
            persist = false)
    private File[] shards;

    @Parameter(label = "Results file", type = ItemIO.OUTPUT)
    private File results;

    @Parameter(label = "Report", type = ItemIO.OUTPUT)
    private String report;

    @Override
    protected void execute() {
        MergeSummary summary = Batch.merge(Stream.of(shards).map(File::toPath).toList(), output.toPath(), force());
        results = output;
        report = summary.toString();
        if (summary.failed() > 0) {
            throw new ImageException(
                    summary.failed() + " pairs could not be scored, see the column error of " + output + ".");
        }
    }
}
