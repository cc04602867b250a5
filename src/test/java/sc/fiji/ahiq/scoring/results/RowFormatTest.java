/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.UsageException;

class RowFormatTest {

    private static final List<String> COLUMNS = List.of("reference", "ahiq", "psnr", "seed", "text", "error");

    private static Map<String, Object> row(String text) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reference", "a ä.png");
        row.put("ahiq", -1.0e-7);
        row.put("psnr", Double.POSITIVE_INFINITY);
        row.put("seed", Long.MIN_VALUE);
        row.put("text", text);
        row.put("error", null);
        return row;
    }

    @Test
    void csvIsThatOfRfc4180() {
        assertThat(RowFormat.CSV.header(COLUMNS)).isEqualTo("reference,ahiq,psnr,seed,text,error\r\n");
        assertThat(RowFormat.CSV.line(row("x, \"y\"")))
                .isEqualTo("a ä.png,-1.0E-7,Infinity,-9223372036854775808,\"x, \"\"y\"\"\",\r\n");
    }

    @Test
    void jsonLinesAreObjectsOfTheSameColumns() {
        assertThat(RowFormat.JSON_LINES.header(COLUMNS)).isEmpty();
        assertThat(RowFormat.JSON_LINES.line(row("x < \"y\"")))
                .isEqualTo("{\"reference\":\"a ä.png\",\"ahiq\":-1.0E-7,\"psnr\":\"Infinity\","
                        + "\"seed\":-9223372036854775808,\"text\":\"x < \\\"y\\\"\",\"error\":null}\n");
    }

    private static Stream<RowFormat> formats() {
        return Stream.concat(
                Stream.of(RowFormat.JSON_LINES), Stream.of(CsvText.values()).map(SeparatedRows::new));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aRowThatWasReadIsWrittenWithTheSameBytes(RowFormat format) {
        for (String value : List.of(
                "plain", " blank ", "a,b", "a;\"b\"", "a\tb", "#", "é\u2028", "\u3000x", "0.10", "=1+1", "\\")) {
            String line = format.line(row(value));

            Map<String, Object> read = parse(format, line, COLUMNS).cells();

            assertThat(format.line(read)).isEqualTo(line);
            assertThat(read.get("text")).isEqualTo(value);
            assertThat(read.get("error")).isNull();
        }
    }

    private static Row parse(RowFormat format, String line, List<String> columns) {
        return format.parse(line, columns, 1, new Span(0, line.length()));
    }

    @ParameterizedTest
    @CsvSource({"'1,2,3,4,5',5", "'1,2,3,4,5,6,7',7"})
    void aRowOfOtherCellsIsNotWhole(String line, int cells) {
        Row row = parse(RowFormat.CSV, line + "\r\n", COLUMNS);

        assertThat(row.cells()).isEmpty();
        assertThat(row.problem()).isEqualTo("expected 6 cells, found " + cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"1,2,3,4,5,6\r\n", "\"1\"2,3,4,5,6\r\n", "1,2,3,4,5,6\r7"})
    void otherLinesAreNoCsvRows(String line) {
        assertThatThrownBy(() -> parse(RowFormat.CSV, line, COLUMNS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void blanksAroundCellsDoNotCountButThoseInQuotes() {
        assertThat(parse(RowFormat.CSV, " a ,\" b \", \"c\"\n", List.of("1", "2", "3"))
                        .cells()
                        .values())
                .containsExactly("a", " b ", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]\n", "x\n", "\n", "{\"reference\":1"})
    void otherLinesAreNoJsonRows(String line) {
        assertThatThrownBy(() -> parse(RowFormat.JSON_LINES, line, List.of("reference")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anObjectOfOtherKeysIsNotWhole() {
        assertThat(parse(RowFormat.JSON_LINES, "{}", List.of("reference")).problem())
                .isEqualTo("expected the keys [reference], found []");
    }

    @Test
    void otherValuesOfJsonAreKept() {
        String line = "{\"a\":[1,{\"b\":null}],\"c\":true}\n";

        Row row = parse(RowFormat.JSON_LINES, line, List.of("a", "c"));

        assertThat(row.text("a")).isEqualTo("[1,{\"b\":null}]");
        assertThat(RowFormat.JSON_LINES.line(row.cells())).isEqualTo("{\"a\":[1,{\"b\":null}],\"c\":\"true\"}\n");
    }

    @Test
    void theNameTellsTheFormat() {
        assertThat(RowFormat.of(Path.of("a.csv"))).isEqualTo(RowFormat.CSV);
        assertThat(RowFormat.of(Path.of("b/a.jsonl"))).isEqualTo(RowFormat.JSON_LINES);
        assertThatThrownBy(() -> RowFormat.of(Path.of("a.json")))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a results file whose name ends in .csv (CSV) or .jsonl (a JSON object a line),"
                        + " or, of a batch, .parquet (Apache Parquet), but found a.json.");
    }
}
