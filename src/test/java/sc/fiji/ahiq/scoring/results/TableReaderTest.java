/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.csv"), text);
    }

    private static List<Row> rows(TableReader reader) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Row row = reader.next(); row != null; row = reader.next()) {
            rows.add(row);
        }
        return rows;
    }

    private List<Row> rows(String text) throws IOException {
        try (TableReader reader = TableReader.open(file(text))) {
            return rows(reader);
        }
    }

    @Test
    void rowsKnowTheirLinesAndPlaces() throws IOException {
        String text = "\uFEFFa,b\r\n\r\n1,\"x\ny, \"\"z\"\"\"\r\n \n2,w\n";

        List<Row> rows = rows(text);

        assertThat(rows).extracting(row -> row.text("b")).containsExactly("x\ny, \"z\"", "w");
        assertThat(rows).extracting(Row::line).containsExactly(4, 6);
        Span second = rows.get(1).span();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, (int) second.offset(), second.length(), StandardCharsets.UTF_8))
                .isEqualTo("2,w\n");
        assertThat(second.end()).isEqualTo(bytes.length);
    }

    @Test
    void aQuoteWithinACellHoldsNoLinesTogether() throws IOException {
        assertThat(rows("a,b\n5\" disk, 2\n6\" disk ,3\n"))
                .extracting(row -> row.text("a") + row.text("b"))
                .containsExactly("5\" disk2", "6\" disk3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n3,4", "a,b\n1,2\n3,4\n"})
    void otherProgramsMayLeaveOutTheLastLineBreak(String text) throws IOException {
        try (TableReader reader = TableReader.open(file(text))) {
            assertThat(rows(reader)).hasSize(2);
            assertThat(reader.torn()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n3", "a,b\n1,2\n\"3,4", "a,key\n1,2\n3,4"})
    void aLastRowThatIsNotWholeOrWasNotFinishedByABatchIsTorn(String text) throws IOException {
        try (TableReader reader = TableReader.open(file(text))) {
            assertThat(rows(reader)).hasSize(1);
            assertThat(reader.torn()).isTrue();
            assertThat(reader.end()).isEqualTo(text.lastIndexOf('\n') + 1);
        }
    }

    @Test
    void aTornLineOfJsonIsNoRow() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"a\":1,\"b\":null}\n{\"a\":2,\"b\":\"\u00e4");
        try (TableReader reader = TableReader.open(file)) {
            assertThat(reader.columns()).contains(List.of("a", "b"));
            assertThat(rows(reader)).hasSize(1);
            assertThat(reader.torn()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"score", "ahiq"})
    void theScoreOfFormerVersionsIsThatOfAhiq(String name) throws IOException {
        Path json = Files.writeString(folder.resolve("a.jsonl"), "{\"a\":1,\"" + name + "\":0.5}\n");

        for (Path file : List.of(file("a," + name + "\n1,0.5\n"), json)) {
            try (TableReader reader = TableReader.open(file)) {
                assertThat(reader.columns()).contains(List.of("a", "ahiq"));
                assertThat(reader.nextWhole().text("ahiq")).isEqualTo("0.5");
            }
        }
    }

    @Test
    void aColumnScoreBesideAhiqIsAnother() throws IOException {
        assertThat(rows("ahiq,score\n1,2\n").get(0).cells())
                .containsEntry("ahiq", "1")
                .containsEntry("score", "2");
    }

    @Test
    void linesThatAreNoRowsAreNamed() {
        assertThatThrownBy(() -> rows("a,b\n1,2\n\"x\"y,2\n3,4\n"))
                .isInstanceOf(MalformedTableException.class)
                .hasMessage("line 3 is no row: expected values separated by commas, look for a misplaced quote");
        assertThatThrownBy(() -> rows("a,b\n1,2\n\"x,2\n3,4\n"))
                .isInstanceOf(MalformedTableException.class)
                .hasMessage("line 3 is no row: a quote is not closed");
    }

    @Test
    void anotherEncodingIsRefusedUnlessItIsATornLetter() throws IOException {
        Path latin = Files.write(folder.resolve("b.csv"), "a\n\u00e4\nb\n".getBytes(StandardCharsets.ISO_8859_1));
        Path torn = Files.write(folder.resolve("c.csv"), new byte[] {'a', '\n', (byte) 0xC3});

        try (TableReader reader = TableReader.open(latin)) {
            assertThatThrownBy(reader::next).isInstanceOf(MalformedInputException.class);
        }
        try (TableReader reader = TableReader.open(torn)) {
            assertThat(reader.next()).isNull();
            assertThat(reader.torn()).isTrue();
        }
    }
}
