/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/** The scores of one metric in a results file that a batch has just finished. */
final class ScoreColumn {

    private final Map<List<String>, Double> scores = new HashMap<>();
    private String device = "";

    private ScoreColumn() {}

    /** @throws ResultsException if the file cannot be read */
    static ScoreColumn read(Path results, String column) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        ScoreColumn scores = new ScoreColumn();
        try (Reader reader = Files.newBufferedReader(results);
                CSVParser rows = format.parse(reader)) {
            rows.forEach(row -> scores.add(row, column));
        } catch (UncheckedIOException e) {
            throw unreadable(results, e.getCause());
        } catch (IOException e) {
            throw unreadable(results, e);
        }
        return scores;
    }

    private void add(CSVRecord row, String column) {
        if (!row.get(column).isEmpty()) {
            scores.put(List.of(row.get("reference"), row.get("distorted")), Double.parseDouble(row.get(column)));
            device = row.get("device");
        }
    }

    private static ResultsException unreadable(Path results, IOException e) {
        return new ResultsException(
                "Cannot read the scores in " + results + ": " + IoReason.of(e) + ". Check the folder of results.", e);
    }

    /** The device of the network, such as {@code cpu}; empty if there was none. */
    String device() {
        return device;
    }

    /** NaN for pairs that could not be scored. */
    double[] of(List<RatedPair> pairs) {
        return pairs.stream()
                .mapToDouble(pair -> scores.getOrDefault(
                        List.of(pair.reference().toString(), pair.distorted().toString()), Double.NaN))
                .toArray();
    }
}
