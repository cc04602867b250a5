/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.batch.Batch;
import sc.fiji.ahiq.scoring.batch.BatchOptions;
import sc.fiji.ahiq.scoring.batch.BatchSummary;
import sc.fiji.ahiq.scoring.batch.Shard;
import sc.fiji.ahiq.scoring.pairs.PairList;
import sc.fiji.ahiq.scoring.spark.SparkOptions;
import sc.fiji.ahiq.scoring.spark.SparkSite;

/**
 * Scores many pairs of files into a results file. Throws an {@link ImageException} if some pairs could not be scored:
 * the others are, and the rows of those tell why.
 */
@Plugin(
        type = Command.class,
        name = "batch",
        label = "AHIQ Score Folder...",
        description =
                "Scores many pairs of image files: those of a manifest, or of two folders.\nA row is written for each pair as soon"
                        + " as it is scored; an interrupted run goes on by --resume with the same options.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class ScoreFolder extends PairListCommand implements RowSource, WritingCommand {

    static final String MAPS = "write patch-score and patch-weight maps, and quality maps of other metrics, 32-bit TIFF"
            + " files, into this folder";

    @Parameter(
            label = "Results",
            description = "file for the results, a row for each pair: *.csv, *.jsonl for JSON lines, or *.parquet",
            style = FileWidget.SAVE_STYLE,
            attrs = @Attr(name = Input.SHORT, value = "o"),
            persist = false)
    private File output;

    @Parameter(
            label = "Resume",
            description = "go on with the results file: skip pairs that are in it, retry those that failed",
            persist = false,
            required = false)
    private boolean resume = false;

    @Parameter(
            label = "Shard",
            description = "i/n: only the i-th of n parts, to be joined by 'ahiq merge' or AHIQ Merge Results...",
            attrs = @Attr(name = Input.VALUE, value = "I/N"),
            persist = false,
            required = false)
    private String shard = "1/1";

    @Parameter(
            label = "Folder for maps",
            description = MAPS,
            style = FileWidget.DIRECTORY_STYLE,
            persist = false,
            required = false)
    private File maps;

    @Parameter(
            label = "Spark",
            description =
                    "score on Apache Spark: its master, such as local[4] (cores of this machine) or spark://HOST:7077;"
                            + " needs the package with Spark",
            attrs = {@Attr(name = Input.RARE), @Attr(name = Input.VALUE, value = "MASTER")},
            persist = false,
            required = false)
    private String spark = "";

    @Parameter(
            label = "Split images",
            description =
                    "with --spark: divide the work on a pair of more than so many megapixels among executors; 0: never",
            attrs = {@Attr(name = Input.RARE), @Attr(name = Input.VALUE, value = "MEGAPIXELS")},
            persist = false,
            required = false)
    private double split_images = 0;

    @Parameter(label = "Results file", type = ItemIO.OUTPUT)
    private File results;

    @Parameter(label = "Report", type = ItemIO.OUTPUT)
    private String report;

    private Consumer<ScoreRow> rows = row -> {};

    @Override
    public void setRows(Consumer<ScoreRow> rows) {
        this.rows = rows;
    }

    @Override
    protected void execute() {
        BatchOptions options = options().withShard(InputTexts.checked("shard", shard, Shard::parse));
        options = resume ? options.resuming() : options;
        options = force() ? options.replacing() : options;
        options = maps == null ? options : options.withMaps(maps.toPath());
        requireSplitting();
        PairList list = pairs();
        BatchSummary summary = spark.isBlank()
                ? here(list, options)
                : SparkSite.score(spark(), list.pairs(), options, output.toPath(), progress(), rows);
        results = output;
        report = String.join(System.lineSeparator(), list.notes());
        report = (report.isEmpty() ? "" : report + System.lineSeparator()) + summary;
        if (summary.failed() > 0) {
            throw new ImageException(
                    summary.failed() + " of " + summary.pairs() + " pairs could not be scored, see the column error of "
                            + output + "; the first: " + summary.firstError().orElseThrow());
        }
    }

    private SparkOptions spark() {
        SparkOptions options = SparkOptions.of(spark.strip());
        return split_images == 0 ? options : options.splittingAbove(split_images);
    }

    private void requireSplitting() {
        if (!(split_images >= 0)) {
            throw new UsageException("split_images=" + split_images + ": expected megapixels, or 0 to divide no pair.");
        }
        if (split_images > 0 && spark.isBlank()) {
            throw new UsageException(
                    "split_images=" + split_images
                            + " divides the work on a pair among executors of Apache Spark, but no master is named: add"
                            + " --spark MASTER (spark=MASTER), such as local[4]; or leave it out, for images of any size are scored without it.");
        }
    }

    private BatchSummary here(PairList list, BatchOptions options) {
        return ScoringTurn.await(
                progress(), () -> Batch.score(list.pairs(), options, output.toPath(), progress(), rows));
    }

    @Override
    PairList read(Path list) {
        return spark.isBlank() ? super.read(list) : SparkSite.manifest(list);
    }

    /** The file with all rows; null before the end of a run. */
    public File results() {
        return results;
    }

    /** What was done, and which files are in no pair; null before the end of a run. */
    public String report() {
        return report;
    }
}
