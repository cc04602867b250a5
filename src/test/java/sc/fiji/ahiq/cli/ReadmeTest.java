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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.model.CompactArchitecture;
import sc.fiji.ahiq.model.ModelFolder;
import sc.fiji.ahiq.model.UntrainedModel;

/**
 * Runs every {@code ahiq} line of the README, in a folder with the files that it names. The two commands that the README marks
 * are run by the continuous integration itself.
 */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final List<String> IMAGES = List.of("reference.png", "denoised1.png", "denoised2.png");
    private static final Path SCENE = Path.of("src/test/resources/images/scene1.png");

    @TempDir
    private Path folder;

    @BeforeEach
    void makeTheFilesThatTheReadmeNames() throws IOException {
        ModelFolder.write(folder.resolve("MODEL"), new UntrainedModel("compact", CompactArchitecture.of(224, 8), 1));
        for (String image : IMAGES) {
            Files.copy(SCENE, folder.resolve(image));
        }
    }

    static List<String> commands() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("ahiq "))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandWorks(String line) {
        String[] arguments =
                Arrays.stream(line.split(" ")).skip(1).map(this::inFolder).toArray(String[]::new);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exitCode = Main.run(arguments, new Cancellation(), new PrintWriter(out), new PrintWriter(err));

        assertThat(err.toString()).doesNotContain("ahiq: ");
        assertThat(exitCode).isEqualTo(ExitCode.OK);
    }

    private String inFolder(String argument) {
        boolean isFile = argument.matches("MODEL2?|maps|images|\\w+\\.(png|pt)");
        return isFile ? folder.resolve(argument).toString() : argument;
    }
}
