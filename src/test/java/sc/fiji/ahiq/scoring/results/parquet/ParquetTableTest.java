/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of this writer, and of pyarrow, which wrote {@code tables/*.parquet} in the resources. */
class ParquetTableTest {

    private static final Map<String, ColumnKind> COLUMNS = new LinkedHashMap<>();
    private static final Path OF_PYARROW = Path.of("src/test/resources/tables");

    static {
        COLUMNS.put("name", ColumnKind.TEXT);
        COLUMNS.put("count", ColumnKind.INTEGER);
        COLUMNS.put("score", ColumnKind.NUMBER);
    }

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("table.parquet");
    }

    private void write(List<List<Object>> rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            ParquetWriter writer = new ParquetWriter(out, COLUMNS);
            for (List<Object> row : rows) {
                writer.add(row);
            }
            writer.finish();
        }
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        List<List<Object>> rows = new ArrayList<>(List.of(
                Arrays.asList("a, \"b\" \u00e4\n", -1L, 0.1),
                Arrays.asList(null, null, null),
                Arrays.asList("", Long.MIN_VALUE, Double.POSITIVE_INFINITY),
                Arrays.asList("c", Long.MAX_VALUE, -0.0)));

        write(rows);

        ParquetTable table = ParquetTable.read(file);
        assertThat(ParquetTable.is(file)).isTrue();
        assertThat(table.columns()).containsExactly("name", "count", "score");
        assertThat(table.rows()).isEqualTo(rows);
    }

    @Test
    void manyRowsAreOfSeveralGroups() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 210_000; i++) {
            rows.add(Arrays.asList("image " + i, random.nextInt(3) == 0 ? null : (long) i, random.nextGaussian()));
        }

        write(rows);

        assertThat(ParquetTable.read(file).rows()).isEqualTo(rows);
    }

    @Test
    void anEmptyTableHasItsColumns() throws IOException {
        write(List.of());

        assertThat(ParquetTable.read(file)).isEqualTo(new ParquetTable(List.copyOf(COLUMNS.keySet()), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy-dictionary", "gzip-plain", "snappy-pages2", "none-required", "zstd"})
    void readsTablesOfOthers(String name) throws IOException {
        ParquetTable table = ParquetTable.read(OF_PYARROW.resolve(name + ".parquet"));

        assertThat(table.columns()).containsExactly("reference", "distorted", "mos", "level", "small", "good");
        assertThat(table.rows()).hasSize(name.equals("zstd") ? 5 : 300);
        for (int i = 0; i < table.rows().size(); i++) {
            boolean none = !name.equals("none-required") && i % 7 == 3;
            assertThat(table.rows().get(i))
                    .containsExactly(
                            "references/r" + i / 10 + ".png",
                            none ? null : "d" + i + "_\u00e4.png",
                            none ? null : i / 7.0,
                            none ? null : (long) i % 5 - 2,
                            i * 0.5,
                            i % 3 == 0);
        }
    }

    @Test
    void whatIsNotReadIsTold() {
        assertThatThrownBy(() -> Codec.unpack(4, new byte[3], 5))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "it is compressed by Brotli; expected Snappy, gzip, Zstandard, raw LZ4 or no compression: write it"
                                + " again with one of these");
        assertThatThrownBy(() -> ParquetTable.read(OF_PYARROW.resolve("nested.parquet")))
                .isInstanceOf(IOException.class)
                .hasMessage("the column scores has more than one value in a row");
    }

    /** Of any damage the reader says that it is there, or it is in what no reader looks at. */
    @Test
    void damageIsAnError() throws IOException {
        write(List.of(Arrays.asList("a", 1L, 0.5), Arrays.asList("b", null, 0.25)));
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = i < whole.length ? Arrays.copyOf(whole, i) : whole.clone();
            if (i >= whole.length) {
                damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, damaged);
            try {
                ParquetTable.read(file);
            } catch (IOException e) {
                refused++;
                assertThat(e).hasMessageNotContaining("Exception");
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }
}
