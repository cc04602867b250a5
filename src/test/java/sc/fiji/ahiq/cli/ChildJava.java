/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A Java process with the class path of this one, which is not the main program but a test of it. */
final class ChildJava {

    /** Long, for machines that do much else; a process that hangs is to be told from one that is slow. */
    private static final int TIMEOUT_SECONDS = 240;

    private final Path folder;
    private final List<String> options;
    private String classPath = classPath();

    /** @param folder working directory, which also receives what the process prints */
    ChildJava(Path folder, String... options) {
        this.folder = folder;
        this.options = List.of(options);
    }

    /** The command line program as the start script starts it. */
    static ChildJava asStarted(Path folder) {
        return new ChildJava(folder, "-Djava.awt.headless=true", "--add-opens", "java.base/java.lang=ALL-UNNAMED");
    }

    /** With these in place of the program's classes. */
    ChildJava withClasses(Path classes) throws URISyntaxException {
        Path usual = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        classPath = classPath.replace(usual.toString(), classes.toString());
        return this;
    }

    Result ahiq(String... arguments) throws IOException, InterruptedException {
        return run(Main.class, arguments);
    }

    Result run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, SECONDS))
                    .as("ended: %s", String.join(" ", arguments))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    record Result(int exitCode, String out, String err) {}
}
