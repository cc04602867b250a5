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
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;

/**
 * Runs the {@code ahiq} lines of the README, block by block, in a folder with the files that it names. The two commands
 * that the README marks are run by the continuous integration itself.
 */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final Path SCENE = Path.of("src/test/resources/images/scene1.png");

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeTheFilesThatTheReadmeNames() throws IOException {
        ModelFolder.write(folder.resolve("MODEL"), new UntrainedModel("compact", CompactArchitecture.of(224, 8), 1));
        for (String image : List.of(
                "images/reference.png",
                "images/denoised.png",
                "images/blur.png",
                "references/scene.png",
                "distorted/scene_blur.png")) {
            Files.createDirectories(folder.resolve(image).getParent());
            Files.copy(SCENE, folder.resolve(image));
        }
        Files.writeString(
                folder.resolve("pairs.csv"),
                "reference,distorted\nimages/reference.png,images/blur.png\nreferences/scene.png,distorted/scene_blur.png\n");
        Files.writeString(
                folder.resolve("rated.csv"),
                "reference,distorted,mos,ssim\na.png,b.png,3,0.7\na.png,c.png,4,0.9\nd.png,e.png,2,0.5\nd.png,f.png,1,0.6\n");
    }

    static List<List<String>> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult block) -> block.group(1)
                        .lines()
                        .filter(line -> line.startsWith("ahiq "))
                        .toList())
                .filter(commands -> !commands.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void commandsWorkOneAfterTheOther(List<String> commands) throws IOException {
        if (commands.contains("ahiq sample --output images")) { // which does not replace files
            Files.move(folder.resolve("images"), folder.resolve("others"));
        }
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
        boolean isFile =
                argument.matches("MODEL2?|maps|images(/.*)?|references|distorted|evaluation|\\w+\\.(png|pt|csv)");
        return isFile ? folder.resolve(argument).toString() : argument;
    }
}
