/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.UsageException;

class RowFormatTest {

    private static final List<String> COLUMNS = List.of("reference", "score", "psnr", "seed", "text", "error");

    private static Map<String, Object> row(String text) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reference", "a ä.png");
        row.put("score", -1.0e-7);
        row.put("psnr", Double.POSITIVE_INFINITY);
        row.put("seed", Long.MIN_VALUE);
        row.put("text", text);
        row.put("error", null);
        return row;
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    @Test
    void csvIsThatOfRfc4180() {
        assertThat(text(RowFormat.CSV.header(COLUMNS))).isEqualTo("reference,score,psnr,seed,text,error\r\n");
        assertThat(text(RowFormat.CSV.line(row("x, \"y\""))))
                .isEqualTo("a ä.png,-1.0E-7,Infinity,-9223372036854775808,\"x, \"\"y\"\"\",\r\n");
    }

    @Test
    void jsonLinesAreObjectsOfTheSameColumns() {
        assertThat(RowFormat.JSON_LINES.header(COLUMNS)).isEmpty();
        assertThat(text(RowFormat.JSON_LINES.line(row("x < \"y\""))))
                .isEqualTo("{\"reference\":\"a ä.png\",\"score\":-1.0E-7,\"psnr\":\"Infinity\","
                        + "\"seed\":-9223372036854775808,\"text\":\"x < \\\"y\\\"\",\"error\":null}\n");
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatWasReadIsWrittenWithTheSameBytes(RowFormat format) {
        for (String value : List.of("plain", " blank ", "a,b", "a;\"b\"", "#", "é\u2028", "0.10", "=1+1", "\\")) {
            byte[] line = format.line(row(value));

            Map<String, Object> read = format.parse(text(line), COLUMNS);

            assertThat(format.line(read)).isEqualTo(line);
            assertThat(read.get("text")).isEqualTo(value);
            assertThat(read.get("error")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3,4,5\r\n", "1,2,3,4,5,6,7\r\n", "\r\n", "\"1,2,3,4,5,6\r\n"})
    void otherLinesAreNoCsvRows(String line) {
        assertThatThrownBy(() -> RowFormat.CSV.parse(line, COLUMNS)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}\n", "[1]\n", "x\n", "\n", "{\"reference\":{}}\n", "{\"reference\":1"})
    void otherLinesAreNoJsonRows(String line) {
        assertThatThrownBy(() -> RowFormat.JSON_LINES.parse(line, List.of("reference")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNameTellsTheFormat() {
        assertThat(RowFormat.of(Path.of("a.csv"))).isEqualTo(RowFormat.CSV);
        assertThat(RowFormat.of(Path.of("b/a.jsonl"))).isEqualTo(RowFormat.JSON_LINES);
        assertThatThrownBy(() -> RowFormat.of(Path.of("a.json")))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a results file whose name ends in .csv (CSV) or .jsonl (a JSON object a line),"
                        + " but found a.json.");
    }
}
