/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.Printable;

/**
 * A row of CSIQ's sheet. The columns are found by the header, wherever it stands.
 *
 * @param number in the sheet, from 1
 * @param image name without ending; {@code 1600} is stored as number
 * @param dmos lower is better
 */
record CsiqRow(int number, String image, String distortion, int level, double deviation, double dmos) {

    private static final String SHEET = "all_by_image";

    private static final List<String> COLUMNS = List.of("image", "dst_type", "dst_lev", "dmos_std", "dmos");

    /** @throws DatasetException if the file is no workbook, or has another sheet */
    static List<CsiqRow> read(Path file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            Sheet sheet = workbook.findSheet(SHEET)
                    .orElseThrow(() -> new DatasetException("Expected a sheet " + SHEET + " in " + file
                            + ", but there is none. Restore the published file."));
            try (Stream<Row> rows = sheet.openStream()) {
                return rows(rows.toList(), file);
            }
        } catch (DatasetException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // whatever the reader meets in a damaged file
            throw new DatasetException(
                    "Expected an Excel workbook, but " + file + " cannot be read (" + Printable.of(e.getMessage())
                            + "). Restore the published file.",
                    e);
        }
    }

    private static List<CsiqRow> rows(List<Row> rows, Path file) {
        Map<String, Integer> columns = Map.of();
        List<CsiqRow> labels = new ArrayList<>();
        for (Row row : rows) {
            if (columns.isEmpty()) {
                columns = columns(row);
            } else if (!text(row, columns.get("image")).isEmpty()) {
                labels.add(row(row, columns, file));
            }
        }
        if (labels.isEmpty()) {
            throw new DatasetException("Expected rows below a header with " + String.join(", ", COLUMNS) + " in sheet "
                    + SHEET + " of " + file + ", but found none. Restore the published file.");
        }
        return labels;
    }

    private static Map<String, Integer> columns(Row row) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            places.put(text(row, i), i);
        }
        return places.keySet().containsAll(COLUMNS) ? places : Map.of();
    }

    private static CsiqRow row(Row row, Map<String, Integer> columns, Path file) {
        try {
            return new CsiqRow(
                    row.getRowNum(),
                    text(row, columns.get("image")),
                    text(row, columns.get("dst_type")),
                    Integer.parseInt(text(row, columns.get("dst_lev"))),
                    Double.parseDouble(text(row, columns.get("dmos_std"))),
                    Double.parseDouble(text(row, columns.get("dmos"))));
        } catch (NumberFormatException e) {
            throw new DatasetException(
                    "Expected numbers in row " + row.getRowNum() + " of sheet " + SHEET + " in " + file + ", but found "
                            + Printable.of(row) + ". Restore the published file.",
                    e);
        }
    }

    private static String text(Row row, int column) {
        return row.getOptionalCell(column)
                .map(cell ->
                        cell.getRawValue() == null ? "" : cell.getRawValue().strip())
                .orElse("");
    }
}
