/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.error.UsageException;

class ResultsFileTest {

    private static final List<String> COLUMNS = List.of("reference", "ahiq", "key");

    @TempDir
    private Path folder;

    private static Map<String, Object> row(String reference, double score) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reference", reference);
        row.put("ahiq", score);
        row.put("key", "k");
        return row;
    }

    private Path written(String name, int rows) throws IOException {
        Path path = folder.resolve(name);
        try (ResultsFile file = ResultsFile.open(path, COLUMNS, false, row -> {})) {
            for (int i = 0; i < rows; i++) {
                file.append(row("r" + i, i));
            }
        }
        return path;
    }

    private static List<String> references(Path path) {
        List<String> references = new ArrayList<>();
        ResultsFile.open(path, COLUMNS, true, row -> references.add(row.text("reference")))
                .close();
        return references;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.jsonl"})
    void whereverAFileIsTornItsCompleteRowsStay(String name) throws IOException {
        byte[] whole = Files.readAllBytes(written(name, 3));
        Path torn = folder.resolve("torn" + name);
        for (int length = 0; length <= whole.length; length++) {
            byte[] rest = Arrays.copyOf(whole, length);
            Files.write(torn, rest);
            int lines = (int) new String(rest, StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            int rows = name.endsWith("csv") ? Math.max(0, lines - 1) : lines;

            assertThat(references(torn))
                    .as("cut at %s", length)
                    .isEqualTo(List.of("r0", "r1", "r2").subList(0, rows));
            try (ResultsFile file = ResultsFile.open(torn, COLUMNS, true, row -> {})) {
                for (int i = rows; i < 3; i++) {
                    file.append(row("r" + i, i));
                }
            }

            assertThat(torn).as("cut at %s", length).hasBinaryContent(whole);
        }
    }

    @Test
    void rowsInAnotherOrderAreRewritten() throws IOException {
        Path path = folder.resolve("a.csv");
        List<Span> places = new ArrayList<>();
        try (ResultsFile file = ResultsFile.open(path, COLUMNS, false, row -> {})) {
            for (String name : List.of("stale", "third", "first", "second")) {
                places.add(file.append(row(name, 1)));
            }
            file.finish(List.of(places.get(2), places.get(3), places.get(1)));
        }

        assertThat(path).content().isEqualTo("reference,ahiq,key\r\nfirst,1.0,k\r\nsecond,1.0,k\r\nthird,1.0,k\r\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.jsonl"})
    void aFileOfAFormerVersionIsGoneOnWithAndGetsTheColumnsOfNow(String name) throws IOException {
        Path path = written(name, 3);
        byte[] bytes = Files.readAllBytes(path);
        Files.writeString(path, Files.readString(path).replace("ahiq", "score"));
        List<Span> places = new ArrayList<>();

        try (ResultsFile file = ResultsFile.open(path, COLUMNS, true, row -> places.add(row.span()))) {
            assertThat(file.read(places.get(1)))
                    .containsEntry("reference", "r1")
                    .containsKey("ahiq");
            places.set(2, file.append(row("r2", 2)));
            file.finish(places);
        }

        assertThat(path).hasBinaryContent(bytes);
    }

    @Test
    void aRowThatDoesNotFitOnTheDiskLeavesNothingBehind() throws IOException {
        Path path = folder.resolve("a.csv");
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (ResultsFile file = new ResultsFile(path, COLUMNS, new SmallDisk(channel, 20))) {
            file.append(row("first", 1));

            assertThatThrownBy(() -> file.append(row("does not fit any more", 2)))
                    .isInstanceOf(ResultsException.class)
                    .hasMessage("Cannot write " + path
                            + ": No space left on device. Rows written before are kept: mend that, and"
                            + " go on by --resume (resume=true).");
        }

        assertThat(path).content().isEqualTo("first,1.0,k\r\n");
    }

    @Test
    void rowsBecomeAParquetFileAtTheEndAndAreGoneOnWith() throws IOException {
        Path path = folder.resolve("a.parquet");
        Path rows = folder.resolve("a.parquet.csv");
        List<Span> places = new ArrayList<>();
        try (ResultsFile file = ResultsFile.open(path, COLUMNS, false, row -> {})) {
            places.add(file.append(row("r0, \"x\"", 0.1)));
            places.add(file.append(row("r1", Double.POSITIVE_INFINITY)));
            assertThat(path).doesNotExist();
            assertThatThrownBy(() -> ResultsFile.requireUsable(path, false)).isInstanceOf(UsageException.class);
            file.finish(List.of(places.get(1), places.get(0)));
        }
        byte[] first = Files.readAllBytes(path);
        LoadedTable table = LoadedTable.read(path);

        assertThat(rows).doesNotExist();
        assertThat(table.columns()).isEqualTo(COLUMNS);
        assertThat(table.rows()).extracting(row -> row.text("reference")).containsExactly("r1", "r0, \"x\"");
        assertThat(table.number(table.rows().get(1), "ahiq")).isEqualTo(0.1);
        List<Span> former = new ArrayList<>();
        try (ResultsFile file = ResultsFile.open(path, COLUMNS, true, row -> former.add(row.span()))) {
            file.finish(former);
        }
        assertThat(former).hasSize(2);
        assertThat(path).hasBinaryContent(first);
    }

    @Test
    void aParquetFileThatIsDamagedIsTold() throws IOException {
        Path path = Files.writeString(folder.resolve("a.parquet"), "PAR1 and no more");

        assertThatThrownBy(() -> LoadedTable.read(path))
                .isInstanceOf(UsageException.class)
                .hasMessage("Cannot read the results file " + path + ": it is damaged: its end is missing.");
        assertThatThrownBy(() -> ResultsFile.open(path, COLUMNS, true, row -> {}))
                .hasMessageContaining("it is damaged: its end is missing");
        assertThat(path).hasContent("PAR1 and no more");
    }

    @Test
    void aFileIsNotOverwritten() throws IOException {
        Path path = written("a.csv", 1);

        assertThatThrownBy(() -> ResultsFile.open(path, COLUMNS, false, row -> {}))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "There are results in " + path + " already, and they are not overwritten: go on with them by"
                                + " --resume (resume=true), replace them by --force (force=true), or name another file.");
        assertThat(references(path)).containsExactly("r0");
    }

    @Test
    void twoRunsDoNotWriteOneFile() throws IOException {
        Path path = written("a.csv", 1);
        try (ResultsFile file = ResultsFile.open(path, COLUMNS, true, row -> {})) {
            assertThatThrownBy(() -> references(path))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("Another run is writing " + path + ": wait for it, or name another results file.");
            file.append(row("r1", 1));
        }
        assertThat(references(path)).containsExactly("r0", "r1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.jsonl"})
    void whatIsNoResultsFileIsRefusedAndLeftAsItIs(String name) throws IOException {
        Path path = Files.writeString(folder.resolve(name), "my notes");

        assertThatThrownBy(() -> references(path))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a results file, but " + path + " is none. Name another file.");
        assertThat(path).content().isEqualTo("my notes");
    }

    @Test
    void otherColumnsAreRefused() throws IOException {
        Path path = Files.writeString(folder.resolve("a.csv"), "reference,psnr\r\na,1\r\n");

        assertThatThrownBy(() -> references(path))
                .isInstanceOf(UsageException.class)
                .hasMessage("The columns of " + path + " are those of another version or of other metrics: expected"
                        + " reference,ahiq,key, but found reference,psnr. Name another results file.");
    }

    @Test
    void aLineThatIsNoRowIsNamedByItsNumber() throws IOException {
        Path path = Files.writeString(folder.resolve("a.csv"), "reference,ahiq,key\r\na,1,k\r\nb,k\r\nc,2,k\r\n");

        assertThatThrownBy(() -> references(path))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Expected a table of comma-separated values with a header, or JSON lines (*.jsonl), but in "
                                + path
                                + " line 3 is no row: expected 3 cells, found 2. Correct or remove that line, or name another file.");
        assertThat(path).content().endsWith("c,2,k\r\n");
    }

    @Test
    void aFileWithoutLineBreaksIsNotReadAsAWhole() throws IOException {
        Path path = Files.write(folder.resolve("a.csv"), new byte[3 << 20]);

        assertThatThrownBy(() -> references(path))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Expected a table of comma-separated values with a header, or JSON lines (*.jsonl), but in "
                                + path
                                + " line 1 is no row: it is longer than 1048576 bytes. Correct or remove that line, or name another file.");
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        assertThatThrownBy(() -> ResultsFile.open(folder.resolve("x/a.csv"), COLUMNS, true, row -> {}))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no folder " + folder.resolve("x")
                        + " for the results. Make it, or name another one.");
        assertThatThrownBy(() ->
                        ResultsFile.open(Files.createDirectory(folder.resolve("b.csv")), COLUMNS, true, row -> {}))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Expected a results file, but " + folder.resolve("b.csv") + " is a folder. Name a file in it.");
    }
}
