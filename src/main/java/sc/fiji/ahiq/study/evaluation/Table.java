/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.AtomicFile;
import sc.fiji.ahiq.base.io.IoReason;

/**
 * A table of results.
 *
 * @param columns names
 * @param rows of texts and numbers, one for every column; NaN stands for a number that does not exist
 */
public record Table(List<String> columns, List<List<Object>> rows) {

    /**
     * Writes comma-separated values with a header, numbers in full precision, those that do not exist as nothing.
     *
     * @throws ResultsException if the file cannot be written; what was there before is then unchanged
     */
    public void writeCsv(Path file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get();
        try {
            AtomicFile.write(file, channel -> {
                Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8);
                CSVPrinter csv = format.print(out);
                for (List<Object> row : rows) {
                    csv.printRecord(row.stream().map(Table::cell).collect(Collectors.toList()));
                }
                csv.flush();
            });
        } catch (IOException e) {
            throw new ResultsException("Cannot write the table " + file + ": " + IoReason.of(e), e);
        }
    }

    private static Object cell(Object value) {
        return value instanceof Double number && number.isNaN() ? "" : value;
    }
}
