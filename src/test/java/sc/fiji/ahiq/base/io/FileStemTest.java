/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileStemTest {

    @ParameterizedTest
    @CsvSource({"a/b.tar.gz, b.tar", "b, b", "a.b/c, c", "b., b.", ".png, ''", "/, ''"})
    void isTheNameWithoutFolderAndLastEnding(Path file, String stem) {
        assertThat(FileStem.of(file)).isEqualTo(stem);
    }

    @Test
    void uniqueOnesDifferInMoreThanTheCaseOfLetters() {
        Set<String> taken = new HashSet<>();

        assertThat(Stream.of("x/a.png", "y/A.tif", "a-2.png", "a.png", "b.png")
                        .map(name -> FileStem.unique(Path.of(name), taken)))
                .containsExactly("a", "A-2", "a-2-2", "a-3", "b");
    }
}
