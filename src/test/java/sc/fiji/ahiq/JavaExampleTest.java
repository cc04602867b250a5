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
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the documents is compiled and run as it stands there. */
class JavaExampleTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^<!-- example: java -->\\n```java\\n(.*?)^```");
    private static final Path IMAGES = Path.of("src/test/resources/images");

    @TempDir
    private Path folder;

    @Test
    void theExamplePrintsTheScore() throws IOException, InterruptedException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/macros.md")));
        assertThat(example.find()).isTrue();
        Path source = Files.writeString(folder.resolve("Example.java"), example.group(1));
        Path images = Files.createDirectory(folder.resolve("images"));
        Files.copy(IMAGES.resolve("scene1.png"), images.resolve("reference.png"));
        Files.copy(IMAGES.resolve("scene1_blur.png"), images.resolve("denoised.png"));

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        source.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

        try (Ahiq ahiq = Ahiq.open()) {
            double score = ahiq.score(images.resolve("reference.png"), images.resolve("denoised.png"))
                    .value();
            assertThat(Files.readString(folder.resolve("output")))
                    .isEqualTo(score + " on 224 x 224 pixels" + System.lineSeparator());
        }
    }
}
