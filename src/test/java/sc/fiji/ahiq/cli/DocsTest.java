/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code blocks of README and documents. The {@code ahiq} lines of those marked {@code sh} are run, from the top of
 * each document to its end, in an empty folder; the two commands that the README marks are run by the continuous
 * integration itself. All others say that they are not run, or by what.
 */
class DocsTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```");
    private static final Pattern INDENTED = Pattern.compile("(?m)\\n\\n(?:    \\S.*\\n)+");
    private static final Pattern FILE = Pattern.compile("[\\w.-]+(?:/[\\w.-]+)*\\.(?:png|pt|csv|html)");
    private static final Set<String> FOLDERS =
            Set.of("images", "distorted", "versions", "drawn", "maps", "metric-maps", "evaluation", "small", "made");

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), files.filter(file -> file.toString()
                            .endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void commandsWorkOneAfterTheOther(Path document) throws IOException {
        List<String> commands = BLOCK.matcher(Files.readString(document))
                .results()
                .filter(block -> block.group(1).equals("sh"))
                .flatMap(block -> block.group(2).lines())
                .filter(line -> line.startsWith("ahiq "))
                .toList();
        for (String command : commands) {
            int exitCode = run(command);

            assertThat(err.toString()).as(command).doesNotContain("ahiq: ");
            assertThat(exitCode).as(command).isEqualTo(ExitCode.OK);
        }
    }

    private int run(String line) {
        String[] arguments = Arrays.stream(line.split(" "))
                .skip(1)
                .map(argument -> argument.replace("'", ""))
                .map(this::inFolder)
                .toArray(String[]::new);
        return Main.run(arguments, new Cancellation(), new PrintWriter(new StringWriter()), new PrintWriter(err));
    }

    private String inFolder(String argument) {
        boolean isFile = FOLDERS.contains(argument) || FILE.matcher(argument).matches();
        return isFile ? folder.resolve(argument).toString() : argument;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void otherBlocksSayWhetherTheyAreRun(Path document) throws IOException {
        String text = Files.readString(document);
        BLOCK.matcher(text)
                .results()
                .filter(block -> !List.of("sh", "java", "yaml").contains(block.group(1)))
                .forEach(block -> assertSaysSo(document, text.substring(0, block.start()), block.group()));
        Matcher indented = INDENTED.matcher(text);
        while (indented.find()) {
            if (indented.group().contains("ahiq ")) {
                assertSaysSo(document, text.substring(0, indented.start()), indented.group());
            }
        }
    }

    private static void assertSaysSo(Path document, String before, String block) {
        String[] paragraphs = before.strip().split("\\n\\n");
        assertThat(paragraphs[paragraphs.length - 1])
                .as("%s, before %s", document, block)
                .containsPattern("[Nn]ot run|[Rr]un by");
    }
}
