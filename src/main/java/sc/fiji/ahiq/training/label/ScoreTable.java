/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.label;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.TextFile;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * Scores of pairs by several metrics.
 *
 * @param pairs without opinions
 * @param scores of each metric, in the order of the pairs
 * @param excluded number of rows that lack a finite score
 */
record ScoreTable(List<RatedPair> pairs, double[][] scores, int excluded) {

    /**
     * Reads results files, one after the other, as {@code ahiq batch} writes them: {@code reference}, {@code distorted},
     * {@code distortion}, {@code level} and a column for each metric.
     *
     * @throws DatasetException if a file cannot be read, or lacks such a column
     */
    static ScoreTable read(List<Path> files, List<String> metrics) {
        List<RatedPair> pairs = new ArrayList<>();
        double[][] scores = new double[metrics.size()][0];
        int excluded = 0;
        for (Path file : files) {
            ScoreTable table = read(file, metrics);
            pairs.addAll(table.pairs);
            Arrays.setAll(scores, m -> concatenated(scores[m], table.scores[m]));
            excluded += table.excluded;
        }
        return new ScoreTable(pairs, scores, excluded);
    }

    private static ScoreTable read(Path file, List<String> metrics) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(TextFile.read(file), format)) {
            List<String> needed = new ArrayList<>(List.of("reference", "distorted", "distortion", "level"));
            needed.addAll(metrics);
            for (String column : needed) {
                if (!parser.getHeaderNames().contains(column)) {
                    throw new DatasetException("Expected the columns " + String.join(", ", needed) + ", but " + file
                            + " has no " + column + ". Score the pairs by 'ahiq batch --metrics "
                            + String.join(",", metrics) + "'.");
                }
            }
            return read(file, metrics, parser.getRecords());
        } catch (CSVException | IllegalArgumentException e) {
            throw new DatasetException(
                    "Expected comma-separated values with a header, but " + file + " is malformed: " + e.getMessage(),
                    e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, e.getCause());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static double[] concatenated(double[] first, double[] second) {
        return DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }

    private static DatasetException unreadable(Path file, IOException cause) {
        return new DatasetException("Cannot read the scores " + file + ": " + IoReason.of(cause), cause);
    }

    private static ScoreTable read(Path file, List<String> metrics, List<CSVRecord> rows) {
        Path folder = file.toAbsolutePath().getParent();
        List<RatedPair> pairs = new ArrayList<>();
        List<double[]> rowScores = new ArrayList<>();
        for (CSVRecord row : rows) {
            double[] scores = metrics.stream()
                    .mapToDouble(metric -> number(file, row, metric))
                    .toArray();
            if (isFinite(scores)) {
                pairs.add(pair(file, folder, row));
                rowScores.add(scores);
            }
        }
        double[][] byMetric = new double[metrics.size()][pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            for (int m = 0; m < byMetric.length; m++) {
                byMetric[m][i] = rowScores.get(i)[m];
            }
        }
        return new ScoreTable(pairs, byMetric, rows.size() - pairs.size());
    }

    private static boolean isFinite(double[] scores) {
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                return false;
            }
        }
        return true;
    }

    private static RatedPair pair(Path file, Path folder, CSVRecord row) {
        double level = number(file, row, "level");
        return new RatedPair(
                located(folder, row.get("reference")),
                located(folder, row.get("distorted")),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                row.get("distortion"),
                Double.isFinite(level) ? OptionalInt.of((int) level) : OptionalInt.empty());
    }

    /** Relative paths start from the folder of the file or, where that has no such image, from the working folder. */
    private static Path located(Path folder, String image) {
        Path inFolder = folder.resolve(image);
        Path working = Path.of(image).toAbsolutePath();
        return !Files.exists(inFolder) && Files.exists(working) ? working : inFolder;
    }

    /** NaN for an empty cell. */
    private static double number(Path file, CSVRecord row, String column) {
        String cell = row.isSet(column) ? row.get(column) : "";
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new DatasetException(
                    "Expected a number in the column " + column + ", but row " + row.getRecordNumber() + " of " + file
                            + " has '" + cell + "'. Correct it.",
                    e);
        }
    }
}
