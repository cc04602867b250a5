/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.TextFile;

/**
 * The rows of a results file as texts.
 *
 * @param columns in their order
 * @param cells of the rows by column, stripped of blanks; a row that was torn has no cells
 */
record ResultRows(List<String> columns, List<Map<String, String>> cells) {

    /**
     * Reads comma-separated values with a header, or, if the name ends in {@code .jsonl}, a JSON object from each line.
     *
     * @throws UsageException if the file cannot be read or is not of its format
     */
    static ResultRows read(Path file) {
        try {
            return file.toString().endsWith(".jsonl") ? jsonLines(file) : csv(file);
        } catch (CSVException | IllegalArgumentException e) {
            throw damaged(file, e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw damaged(file, e.getCause().getMessage(), e);
        } catch (IOException e) {
            throw new UsageException("Cannot read the results file " + file + ": " + IoReason.of(e), e);
        }
    }

    private static UsageException damaged(Path file, String detail, Exception cause) {
        return new UsageException(
                "Expected a table of comma-separated values with a header, or JSON lines (*.jsonl), but " + file
                        + " is none: " + Printable.of(detail) + ". Write it again, or correct that line.",
                cause);
    }

    private static ResultRows csv(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(TextFile.read(file), format)) {
            List<Map<String, String>> cells = new ArrayList<>();
            for (CSVRecord row : parser.getRecords()) {
                Map<String, String> byName = row.isConsistent() ? row.toMap() : Map.of();
                Map<String, String> stripped = new LinkedHashMap<>();
                byName.forEach((column, text) -> stripped.put(column, text.strip()));
                cells.add(stripped);
            }
            return new ResultRows(parser.getHeaderNames(), cells);
        }
    }

    private static ResultRows jsonLines(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Set<String> columns = new LinkedHashSet<>();
        List<Map<String, String>> cells = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Map<String, String> row = new LinkedHashMap<>();
            try {
                JsonObject object = JsonParser.parseString(lines.get(i)).getAsJsonObject();
                object.entrySet().forEach(cell -> row.put(cell.getKey(), text(cell.getValue())));
            } catch (JsonParseException | IllegalStateException e) {
                if (i + 1 < lines.size()) {
                    throw new IllegalArgumentException("line " + (i + 1) + " is no JSON object", e);
                }
            }
            columns.addAll(row.keySet());
            cells.add(row);
        }
        return new ResultRows(List.copyOf(columns), cells);
    }

    private static String text(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString().strip() : "";
    }
}
