/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program as a process of its own: standard streams, folders, signals. */
class ProcessTest extends CommandLineFixture {

    /** Libraries that other tests have unpacked. */
    private static final String CACHE = "-DENGINE_CACHE_DIR=" + Path.of(System.getProperty("user.home"), ".djl.ai");

    private Path home;
    private Path temporary;

    @BeforeEach
    void makeFolders() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
    }

    @Test
    void aFirstRunIsQuietAndWritesNothingOutsideItsCacheFolder() throws Exception {
        Path cache = folder.resolve("cache ä");

        Process process = start(
                List.of(),
                "score",
                "-m",
                model,
                "-r",
                image("a.png", 1),
                "-d",
                image("b.png", 2),
                "--format",
                "csv",
                "--cache",
                cache);
        List<String> out = lines(process);

        assertThat(process.waitFor(120, SECONDS)).isTrue();
        assertThat(folder.resolve("err")).isEmptyFile();
        assertThat(process.exitValue()).isZero();
        assertThat(out).hasSize(2);
        assertThat(out.get(0)).startsWith("reference,distorted,ahiq,");
        assertThat(cache.resolve("pytorch")).isNotEmptyDirectory();
        assertThat(home).isEmptyDirectory();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void anInterruptKeepsFinishedRowsAndLeavesNoFiles() throws Exception {
        assumeTrue(File.separatorChar == '/', "needs the kill command");
        Path distorted = image("b.png", 2, 1000, 1000);

        Process process = start(
                List.of(CACHE),
                "score",
                "-m",
                model,
                "-r",
                image("a.png", 1, 1000, 1000),
                "-d",
                image("c.png", 3, 1, 1),
                distorted,
                distorted,
                distorted,
                distorted,
                distorted,
                distorted,
                "--crops",
                "random:100000",
                "--format",
                "csv");
        BufferedReader out = process.inputReader();
        out.readLine();
        String firstRow = out.readLine();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(process.waitFor(30, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(firstRow).contains("Expected images of the same size");
        assertThat(out.readLine()).isNull();
        assertThat(folder.resolve("err")).content().endsWith("ahiq: Cancelled.\n");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void anInterruptEndsAMacroAndTheCommandItRuns() throws Exception {
        Process process = startMacro("print('started');\n"
                + "run('AHIQ Score Pair...', 'reference=[" + image("a.png", 1, 1000, 1000) + "] distorted=["
                + image("b.png", 2, 1000, 1000) + "] model=[" + model + "] crops=random:100000');\n"
                + "print('went on');\n");

        assertEnded(process, "INT", 130);
    }

    @Test
    void aTerminationSignalEndsAMacro() throws Exception {
        Process process = startMacro("print('started');\nwhile (true) { wait(10); }\n");

        assertEnded(process, "TERM", 143);
    }

    private Process startMacro(String text) throws IOException {
        assumeTrue(File.separatorChar == '/', "needs the kill command");
        Path macro = Files.writeString(folder.resolve("my macro.ijm"), text.replace('\'', '"'));
        return start(List.of(CACHE, "--add-opens", "java.base/java.lang=ALL-UNNAMED"), "macro", macro);
    }

    private void assertEnded(Process process, String signal, int exitCode) throws Exception {
        BufferedReader out = process.inputReader();
        assertThat(out.readLine()).isEqualTo("started");
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();

        assertThat(process.waitFor(30, SECONDS)).as("ended").isTrue();
        assertThat(folder.resolve("err")).content().endsWith("ahiq: Cancelled.\n");
        assertThat(process.exitValue()).isEqualTo(exitCode);
        assertThat(out.lines()).doesNotContain("went on");
        assertThat(temporary).isEmptyDirectory();
    }

    private Process start(List<String> javaOptions, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + home));
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("AHIQ_CACHE");
        return builder.start();
    }

    private static List<String> lines(Process process) throws IOException {
        try (BufferedReader out = process.inputReader()) {
            return out.lines().toList();
        }
    }
}
