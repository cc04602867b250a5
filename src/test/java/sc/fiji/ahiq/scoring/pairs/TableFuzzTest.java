/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.scoring.results.LoadedTable;

class TableFuzzTest {

    private static final Path CSV = temporaryFile(".csv");
    private static final Path JSON = temporaryFile(".jsonl");
    private static final Path PARQUET = temporaryFile(".parquet");

    @FuzzTest(maxDuration = "10m")
    void anyManifestIsReadOrRefused(byte[] content) {
        write(CSV, content);
        accept(() -> Manifest.read(CSV));
        accept(() -> LoadedTable.read(CSV));
    }

    @FuzzTest(maxDuration = "10m")
    void anyLinesOfJsonAreReadOrRefused(byte[] content) {
        write(JSON, content);
        accept(() -> Manifest.read(JSON));
        accept(() -> LoadedTable.read(JSON));
    }

    @FuzzTest(maxDuration = "10m")
    void anyParquetIsReadOrRefused(byte[] content) {
        write(PARQUET, content);
        accept(() -> LoadedTable.read(PARQUET));
    }

    private static void accept(Runnable reader) {
        try {
            reader.run();
        } catch (AhiqException e) {
            if (e.getMessage().length() > 8192) {
                throw new AssertionError("A message of " + e.getMessage().length() + " characters", e);
            }
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFile(String ending) {
        try {
            Path file = Files.createTempFile("fuzz", ending);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
