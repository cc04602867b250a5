/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.macro;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import net.imagej.patcher.LegacyInjector;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;

/**
 * An ImageJ macro that runs in a process without a display, once, before anything else of ImageJ was used. The commands
 * of all plugins on the class path can be run by it. This class itself does not load ImageJ. {@link #abort()} may be
 * called by any thread.
 */
public final class HeadlessMacro {

    private static volatile MacroRun running;
    private static volatile boolean abortRequested;

    private HeadlessMacro() {}

    /**
     * Runs a macro and returns when it has ended. Meanwhile the standard streams of the process are those given.
     *
     * @param argument what the macro's {@code getArgument()} returns
     * @param out for what the macro and its commands print
     * @param err for what they print as errors
     * @param failure asked when a command ends the macro, and after it: why, if the command itself kept that; not asked
     *     before
     * @throws UsageException if the file cannot be read, if the macro, or a command that it runs, fails or wants a
     *     dialog, or if it ends by {@code exit} with a message
     * @throws CancelledException after {@link #abort()}
     */
    public static void run(
            Path file, String argument, PrintStream out, PrintStream err, Supplier<Optional<String>> failure) {
        String text = read(file);
        requireSuitableProcess();
        LegacyInjector.preinit();
        PluginCommands.offer();
        MacroRun run = new MacroRun(file.toString(), failure);
        running = run;
        if (abortRequested) {
            throw new CancelledException();
        }
        run.run(text, argument, out, err);
    }

    /** Ends a running macro after its statement or, where a command heeds the escape key, within that. */
    public static void abort() {
        abortRequested = true;
        MacroRun run = running;
        if (run != null) {
            run.abort();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException("Cannot read the macro " + file + ": " + IoReason.of(e), e);
        }
    }

    private static void requireSuitableProcess() {
        if (!GraphicsEnvironment.isHeadless()) {
            throw new UsageException(
                    "Macros are run without a display, but Java was started with one. Add -Djava.awt.headless=true to"
                            + " Java's options, or use the start script bin/ahiq.");
        }
        if (!Object.class.getModule().isOpen("java.lang", HeadlessMacro.class.getModule())) {
            throw new UsageException("ImageJ cannot be prepared to run without a display. Add --add-opens"
                    + " java.base/java.lang=ALL-UNNAMED to Java's options, or use the start script bin/ahiq.");
        }
    }
}
