/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the formatter of the build leaves to us. */
class SourceTest {

    private static final int COLUMNS = 120;

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (abstract |sealed |non-sealed |final )*(class|interface|record|enum|@interface) ");
    private static final Pattern COMMENT = Pattern.compile("\\s*(/?\\*|//).*");

    @Test
    void commentsKeepToTheColumns() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources(MAIN, TEST)) {
            for (String line : Files.readAllLines(file)) {
                if (line.length() > COLUMNS && COMMENT.matcher(line).matches()) {
                    tooLong.add(file.getFileName() + ": " + line);
                }
            }
        }

        assertThat(tooLong).isEmpty();
    }

    @Test
    void noTwoTypesHaveOneSimpleName() throws IOException {
        TreeMap<String, List<Path>> byName = sources(MAIN, TEST).stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString(), TreeMap::new, Collectors.toList()));

        assertThat(byName.values()).allSatisfy(files -> assertThat(files).hasSize(1));
    }

    /** What is public must be kept as it is; the rest may change. */
    @Test
    void fewerThanTwoFifthsOfTheTypesArePublic() throws IOException {
        List<Path> types = sources(MAIN).stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .toList();
        long open = 0;
        for (Path type : types) {
            open += PUBLIC_TYPE.matcher(Files.readString(type)).find() ? 1 : 0;
        }

        assertThat((double) open / types.size()).isLessThan(0.4);
    }

    private static List<Path> sources(Path... folders) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
