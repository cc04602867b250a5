/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program for tests that runs {@code ahiq macro} with each of the files it is given, since preparing ImageJ takes
 * long. What {@code X.ijm} prints is written to {@code X.out} and {@code X.err}, its exit code to {@code X.exit}.
 */
final class MacrosInOneProcess {

    private MacrosInOneProcess() {}

    public static void main(String[] files) throws IOException {
        for (String file : files) {
            String stem = file.replaceFirst("\\.ijm$", "");
            try (OutputStream out = Files.newOutputStream(Path.of(stem + ".out"));
                    OutputStream err = Files.newOutputStream(Path.of(stem + ".err"))) {
                System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
                int exitCode = Main.run(
                        new String[] {"macro", file},
                        new Cancellation(),
                        new PrintWriter(out, true, StandardCharsets.UTF_8),
                        new PrintWriter(err, true, StandardCharsets.UTF_8));
                Files.writeString(Path.of(stem + ".exit"), Integer.toString(exitCode));
            }
        }
        System.exit(ExitCode.OK);
    }

    /** Runs macros, texts with names, in a process of their own; each must end with an exit code. */
    static void run(Path folder, List<String> texts) throws IOException, InterruptedException {
        String[] files = new String[texts.size()];
        for (int i = 0; i < files.length; i++) {
            files[i] =
                    Files.writeString(folder.resolve(i + ".ijm"), texts.get(i)).toString();
        }
        ChildJava.asStarted(folder).run(MacrosInOneProcess.class, files);
    }
}
