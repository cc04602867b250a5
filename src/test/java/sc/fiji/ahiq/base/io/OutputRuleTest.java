/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.UsageException;

class OutputRuleTest {

    @TempDir
    private Path folder;

    private Path input;

    @BeforeEach
    void makeInput() throws IOException {
        input = Files.writeString(folder.resolve("in.txt"), "x");
    }

    private OutputRule rule(boolean force) {
        return new OutputRule(force, List.of(input, folder.resolve("missing.txt")));
    }

    @Test
    void newFilesMayBeWritten() {
        assertThatCode(() -> rule(false).require(folder.resolve("new.txt"))).doesNotThrowAnyException();
        assertThatCode(() -> rule(false).require(folder.resolve("missing.txt"))).doesNotThrowAnyException();
    }

    @Test
    void filesThatExistMayBeWrittenByForce() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "y");

        assertThatThrownBy(() -> rule(false).require(other))
                .isInstanceOf(UsageException.class)
                .hasMessage(other
                        + " exists, and it is not replaced. Name another one, or replace it by --force (force=true).");
        assertThatCode(() -> rule(true).require(other)).doesNotThrowAnyException();
    }

    @Test
    void noNameOfAnInputMayBeWritten() throws IOException {
        List<Path> names = List.of(
                input,
                folder.resolve("../" + folder.getFileName() + "/in.txt"),
                Files.createLink(folder.resolve("hard"), input),
                Files.createSymbolicLink(folder.resolve("soft"), input));

        for (Path name : names) {
            assertThatThrownBy(() -> rule(true).require(name))
                    .isInstanceOf(UsageException.class)
                    .hasMessage(
                            name + " cannot be written, for it is one of the files that are read. Name another one.");
        }
    }

    @Test
    void aLinkToNothingIsAFile() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

        assertThatThrownBy(() -> rule(false).require(link)).hasMessageContaining(link + " exists");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> rule(true).require(folder)).hasMessageContaining("is a folder");
    }
}
