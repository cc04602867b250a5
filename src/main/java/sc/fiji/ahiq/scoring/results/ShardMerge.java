/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.base.io.OutputRule;

/** Finds the rows of all shards of a list of pairs, and puts them into one file. */
public final class ShardMerge {

    /** Columns that all rows agree in. */
    private static final List<String> COMMON = List.of(Columns.RUN, Columns.MANIFEST, Columns.PAIRS);

    /** Bounds what is allocated for a number out of a file. */
    private static final int MAX_PAIRS = 100_000_000;

    private final RowFormat format;
    private final List<Path> shards;
    private final Problems doubled = new Problems();
    private List<String> columns;
    private boolean former;
    private Row first;
    private Found[] found;
    private int failed;

    /** A row of a shard. */
    private record Found(Path shard, Span span) {}

    private ShardMerge(List<Path> shards, RowFormat format) {
        this.shards = shards;
        this.format = format;
    }

    /**
     * Joins the results files of all shards to the file that a run over the whole list makes, written as a whole.
     *
     * @param shards in any order
     * @param merged must not exist
     * @throws UsageException if a pair is missing or in two of the files, or the files are not shards of one list with
     *     the same options; nothing is written then
     * @throws sc.fiji.ahiq.base.error.ResultsException if the file cannot be written
     */
    public static MergeSummary merge(List<Path> shards, Path merged, OutputRule rule) {
        ResultsFile.requireUsable(merged, true);
        rule.require(merged);
        if (shards.isEmpty()) {
            throw new UsageException("Expected the results files of all shards, but found none.");
        }
        ShardMerge merge = new ShardMerge(shards, RowFormat.of(merged));
        shards.forEach(merge::read);
        merge.requireAllOnce();
        OutputFile.write(merged, "results file", merge::write);
        return new MergeSummary(merge.found.length, merge.failed);
    }

    private void read(Path shard) {
        if (!RowFormat.of(shard).equals(format)) {
            throw new UsageException(
                    "Expected shards and merged file of one format, all .csv or all .jsonl, but found " + shard + ".");
        }
        try (TableReader reader = TableReader.open(shard)) {
            reader.require(format);
            reader.columns().ifPresent(those -> requireSameColumns(those, shard));
            former |= reader.isFormer();
            for (Row row = reader.nextWhole(); row != null; row = reader.nextWhole()) {
                add(row, shard);
            }
            if (reader.torn()) {
                throw new UsageException(
                        "The last row of " + shard + " is incomplete: run this shard again with --resume.");
            }
        } catch (IOException e) {
            throw LoadedTable.unreadable(shard, e);
        }
    }

    private void requireSameColumns(List<String> those, Path shard) {
        columns = columns == null ? those : columns;
        if (!those.equals(columns)) {
            throw new UsageException("The columns of " + shard + " are not those of " + shards.get(0)
                    + ": expected shards of one version and with the same metrics.");
        }
    }

    private void add(Row row, Path shard) {
        if (first == null) {
            first = row;
            found = new Found[number(row, Columns.PAIRS, MAX_PAIRS, shard)];
        }
        requireCommon(row, shard);
        int number = number(row, Columns.PAIR, found.length, shard);
        if (found[number - 1] == null) {
            found[number - 1] = new Found(shard, row.span());
            failed += row.text(Columns.ERROR).isEmpty() ? 0 : 1;
        } else {
            doubled.add("pair " + number + " in " + found[number - 1].shard() + " and in " + shard);
        }
    }

    private void requireCommon(Row row, Path shard) {
        for (String column : COMMON) {
            if (!row.text(column).equals(first.text(column))) {
                throw new UsageException("Expected shards of one list with the same options, but " + shard
                        + (column.equals(Columns.RUN) ? " was scored with other options" : " is of another list")
                        + " than "
                        + shards.get(0) + ": " + column + " is " + row.text(column) + " there and " + first.text(column)
                        + " here.");
            }
        }
    }

    private static int number(Row row, String column, int most, Path shard) {
        try {
            int number = Integer.parseInt(row.text(column));
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw noNumber(row, column, shard, e);
        }
        throw noNumber(row, column, shard, null);
    }

    private static UsageException noNumber(Row row, String column, Path shard, NumberFormatException cause) {
        return new UsageException(
                "Expected a results file of ahiq batch, but a row of " + shard + " has '" + row.text(column)
                        + "' in its column " + column + ".",
                cause);
    }

    private void requireAllOnce() {
        if (first == null) {
            throw new UsageException("There are no rows in " + shards.get(0) + ": run the shards first.");
        }
        if (!doubled.isEmpty()) {
            throw new UsageException("Expected each pair once, but found " + doubled
                    + ". Name each shard once, and let shards that were interrupted be finished by --resume.");
        }
        Problems missing = missing();
        if (!missing.isEmpty()) {
            throw new UsageException("Of " + found.length + " pairs these are missing: " + missing
                    + ". Name the files of all shards, and let those that were interrupted be finished by --resume.");
        }
    }

    private Problems missing() {
        Problems missing = new Problems();
        int from = 0;
        while (from < found.length) {
            int to = from;
            while (to < found.length && found[to] == null) {
                to++;
            }
            if (to > from) {
                missing.add(to == from + 1 ? "pair " + to : "pairs " + (from + 1) + " to " + to);
            }
            from = to + 1;
        }
        return missing;
    }

    private void write(OutputStream out) throws IOException {
        out.write(format.header(columns).getBytes(StandardCharsets.UTF_8));
        for (int from = 0, to; from < found.length; from = to) {
            Path shard = found[from].shard();
            to = from;
            try (StoredRows rows =
                    new StoredRows(FileChannel.open(shard, StandardOpenOption.READ), format, columns, former)) {
                while (to < found.length && found[to].shard().equals(shard)) {
                    out.write(rows.line(found[to++].span()));
                }
            }
        }
    }
}
