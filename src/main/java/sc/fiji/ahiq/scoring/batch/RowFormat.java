/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * How a row is a line of a file. Cells are texts, numbers or null; a row that was read is written again with the same bytes.
 */
enum RowFormat {
    /** RFC 4180 with a header. */
    CSV {
        @Override
        byte[] header(List<String> columns) {
            return csv(columns);
        }

        @Override
        byte[] line(Map<String, Object> row) {
            return csv(row.values());
        }

        @Override
        Map<String, Object> parse(String line, List<String> columns) {
            List<String> cells = cells(line);
            if (cells.size() != columns.size()) {
                throw new IllegalArgumentException("expected " + columns.size() + " cells, found " + cells.size());
            }
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i).isEmpty() ? null : cells.get(i));
            }
            return row;
        }

        @Override
        List<String> columns(String firstLine) {
            return cells(firstLine);
        }
    },

    /** An object a line, without a header. */
    JSON_LINES {
        @Override
        byte[] header(List<String> columns) {
            return new byte[0];
        }

        @Override
        byte[] line(Map<String, Object> row) {
            Map<String, Object> values = new LinkedHashMap<>(row);
            values.replaceAll((column, value) -> isFinite(value) ? value : value.toString());
            return (GSON.toJson(values) + "\n").getBytes(StandardCharsets.UTF_8);
        }

        /** JSON has no number for infinity, the PSNR of identical images. */
        private boolean isFinite(Object value) {
            return !(value instanceof Double number) || Double.isFinite(number);
        }

        @Override
        Map<String, Object> parse(String line, List<String> columns) {
            JsonObject object = object(line);
            if (!List.copyOf(object.keySet()).equals(columns)) {
                throw new IllegalArgumentException("expected the keys " + columns + ", found " + object.keySet());
            }
            Map<String, Object> row = new LinkedHashMap<>();
            object.entrySet().forEach(entry -> row.put(entry.getKey(), value(entry.getValue())));
            return row;
        }

        private Object value(JsonElement element) {
            if (element.isJsonNull()) {
                return null;
            }
            if (!element.isJsonPrimitive()) {
                throw new IllegalArgumentException("expected a text, a number or null, found " + element);
            }
            return element.getAsJsonPrimitive().isNumber() ? element.getAsNumber() : element.getAsString();
        }

        @Override
        List<String> columns(String firstLine) {
            return List.copyOf(object(firstLine).keySet());
        }

        private JsonObject object(String line) {
            try {
                JsonElement element = JsonParser.parseString(line);
                if (element.isJsonObject()) {
                    return element.getAsJsonObject();
                }
            } catch (JsonParseException e) {
                throw new IllegalArgumentException("expected a JSON object", e);
            }
            throw new IllegalArgumentException("expected a JSON object");
        }
    };

    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    /** @throws UsageException unless the name of the file ends in {@code .csv} or {@code .jsonl} */
    static RowFormat of(Path results) {
        String name = String.valueOf(results.getFileName());
        if (name.endsWith(".csv")) {
            return CSV;
        }
        if (name.endsWith(".jsonl")) {
            return JSON_LINES;
        }
        throw new UsageException(
                "Expected a results file whose name ends in .csv (CSV) or .jsonl (a JSON object a line),"
                        + " but found " + results + ".");
    }

    /** What a file begins with. */
    abstract byte[] header(List<String> columns);

    /** The row with its line break. */
    abstract byte[] line(Map<String, Object> row);

    /** @throws IllegalArgumentException if the line is no row of these columns */
    abstract Map<String, Object> parse(String line, List<String> columns);

    /**
     * The columns of a file.
     *
     * @throws IllegalArgumentException if the line is not of this format
     */
    abstract List<String> columns(String firstLine);

    private static byte[] csv(Iterable<?> cells) {
        List<String> texts = new ArrayList<>();
        cells.forEach(cell -> texts.add(cell == null ? null : cell.toString()));
        StringBuilder line = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(line, CSVFormat.RFC4180)) {
            printer.printRecord(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(String line) {
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
            Iterator<CSVRecord> records = parser.iterator();
            return records.hasNext() ? records.next().toList() : List.of();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new IllegalArgumentException("expected comma-separated values", e);
        }
    }
}
