/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.macro;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import java.awt.event.KeyEvent;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;
import net.imagej.patcher.LegacyInjector;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * One run of a macro in the patched ImageJ. Failures reach us in five ways: as an exception of the interpreter, as an
 * exception in a method that the macro calls, as a dialog without options, as a command that aborts the macro, and as
 * text that ImageJ prints where it would have shown a window.
 */
final class MacroRun {

    /** By this ending ImageJ knows a thread whose macro ends when a command gives up. */
    private static final String THREAD_NAME = "Macro$";

    private final String name;
    private final Supplier<Optional<String>> kept;
    private final Interpreter interpreter = new Interpreter();
    private final Failures failures = new Failures(this::end);
    private volatile boolean started;
    private volatile boolean aborted;

    /**
     * @param kept asked when a command aborts the macro, and after the run: a failure that a command kept to itself
     *        when it ended the macro
     */
    MacroRun(String name, Supplier<Optional<String>> kept) {
        this.name = name;
        this.kept = kept;
    }

    void run(String text, String argument, PrintStream out, PrintStream err) {
        Thread thread = Thread.currentThread();
        String threadName = thread.getName();
        thread.setName(THREAD_NAME);
        System.setOut(new WatchedStream(out, failures));
        System.setErr(new WatchedStream(err, failures));
        LegacyInjector.installHooks(
                IJ.class.getClassLoader(), new MacroHooks(failures::addDialog, this::commandAborts));
        IJ.setExceptionHandler(failures::add);
        try {
            started = true;
            if (!aborted) {
                interpret(text, argument);
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
            thread.setName(threadName);
        }
        if (aborted) {
            throw new CancelledException();
        }
        failures.first().ifPresent(failure -> {
            throw new UsageException("The macro " + name + " failed: " + failure);
        });
    }

    private void interpret(String text, String argument) {
        try {
            interpreter.run(text, argument);
            kept.get().ifPresent(failures::add);
        } catch (RuntimeException | LinkageError e) {
            kept.get().ifPresent(failures::add);
            if (!isExit(e)) {
                failures.add(e);
            }
        }
    }

    /** The macro function {@code exit} ends a macro by an exception. */
    private static boolean isExit(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return Macro.MACRO_CANCELED.equals(e.getMessage())
                && trace.length > 0
                && trace[0].getClassName().equals("ij.macro.Functions")
                && trace[0].getMethodName().equals("exit");
    }

    /** It may have kept why, if it is one of ours. */
    private void commandAborts() {
        kept.get()
                .ifPresentOrElse(
                        failures::add,
                        () -> failures.add("a command aborted it and gave no reason; its documentation may tell"));
    }

    /** The interpreter goes no further than the statement that it is at. */
    private void end() {
        interpreter.setIgnoreErrors(true);
        interpreter.abort("");
    }

    void abort() {
        aborted = true;
        if (started) {
            IJ.setKeyDown(KeyEvent.VK_ESCAPE);
            end();
        }
    }
}
