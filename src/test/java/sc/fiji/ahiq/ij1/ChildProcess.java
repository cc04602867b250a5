/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Java process with the class path of the tests and an ImageJ plugins folder that holds the menu of this project. */
final class ChildProcess {

    private static final int LIMIT_MINUTES = 2;

    private ChildProcess() {}

    /** What a process printed, standard error included, and its exit code. */
    record Result(int exitCode, String output) {}

    /** A main class without a display, with arguments. */
    static Result headless(Path folder, Class<?> main, String... arguments) throws IOException, InterruptedException {
        return run(folder, true, main, arguments);
    }

    /** A main class with the display of the tests. */
    static Result withDisplay(Path folder, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return run(folder, false, main, arguments);
    }

    private static Result run(Path folder, boolean headless, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-Djava.awt.headless=" + headless,
                "-Dplugins.dir=" + pluginsFolder(folder),
                "-Dij.prefs.dir=" + folder,
                "-Xmx600m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "child", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            return new Result(-1, "Stopped after " + LIMIT_MINUTES + " minutes:\n" + Files.readString(output));
        }
        return new Result(process.exitValue(), Files.readString(output));
    }

    /** ImageJ reads the menu of a jar with '_' in its name; the classes are on the class path. */
    private static Path pluginsFolder(Path folder) throws IOException {
        Path plugins = folder.resolve("plugins");
        Files.createDirectories(plugins);
        try (OutputStream out = Files.newOutputStream(plugins.resolve("AHIQ_.jar"));
                ZipOutputStream jar = new ZipOutputStream(out)) {
            jar.putNextEntry(new ZipEntry("plugins.config"));
            Files.copy(Path.of("plugins.config"), jar);
            jar.closeEntry();
        }
        return plugins;
    }
}
