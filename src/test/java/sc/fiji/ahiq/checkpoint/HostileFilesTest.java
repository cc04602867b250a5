/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.error.WeightsException;

class HostileFilesTest {
    static List<Path> all() throws IOException {
        try (Stream<Path> all = Files.list(CheckpointFiles.path("hostile"))) {
            return all.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void x(Path file) {
        try {
            Checkpoints.open(file);
        } catch (WeightsException e) {
            System.out.println(e.getMessage());
            return;
        }
        throw new AssertionError();
    }
}
