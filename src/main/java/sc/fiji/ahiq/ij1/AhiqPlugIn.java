/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.command.Operation;

/**
 * All entries of <i>Plugins &gt; AHIQ</i>; the argument is the label of the entry. Values come from the options of a macro or,
 * without any, from a dialog, which is recorded in the same grammar. A macro whose command fails is aborted, with the reason
 * in the log, and never sees a dialog.
 */
public final class AhiqPlugIn implements PlugIn {

    private static final AtomicReference<String> FAILURE = new AtomicReference<>();

    /** @param label of the menu entry, as in {@code plugins.config} */
    @Override
    public void run(String label) {
        if (EventQueue.isDispatchThread()) {
            new Thread(() -> run(label), "AHIQ").start();
            return;
        }
        String options = Macro.getOptions();
        try {
            runOperation(label, options);
        } catch (AhiqException e) {
            fail(label, e.getMessage(), options != null);
        }
    }

    private static void runOperation(String label, String options) {
        Operation<?> operation = Operation.labelled(label);
        Optional<Map<String, String>> values;
        if (options != null) {
            values = Optional.of(MacroOptions.parse(options, AhiqPlugIn::macroVariable));
        } else {
            values = label.endsWith("...") ? ask(operation) : Optional.of(Map.of());
        }
        values.ifPresent(chosen -> OperationRun.run(operation, chosen));
    }

    private static Optional<Map<String, String>> ask(Operation<?> operation) {
        if (GraphicsEnvironment.isHeadless()) {
            throw new UsageException("There is no display for a dialog: give options, for example run(\""
                    + operation.label() + "\", \"key=value ...\").");
        }
        Optional<Map<String, String>> values = new InputDialog(operation.label(), operation.inputs()).ask();
        Recorder.resetCommandOptions(); // what the dialog recorded by itself, in another grammar
        if (Recorder.record) {
            values.ifPresent(chosen -> MacroOptions.record(chosen, Recorder::recordOption));
        }
        return values;
    }

    private static String macroVariable(String name) {
        Interpreter interpreter = Interpreter.getInstance();
        String value = interpreter == null ? null : interpreter.getVariableAsString(name);
        return value == null ? null : value.replaceFirst("^(-?\\d+)\\.0$", "$1"); // ImageJ's numbers are doubles
    }

    private static void fail(String label, String message, boolean inMacro) {
        FAILURE.set(message);
        String text = label.replace("...", "") + ": " + message;
        if (inMacro || GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) {
            IJ.log(text);
            Interpreter.abort(); // also where Macro.abort() is without effect: no display, no batch mode
            Macro.abort();
        } else {
            IJ.error(label.replace("...", ""), message);
        }
    }

    /**
     * For macros where {@code run} cannot work, such as plain ImageJ without a display:
     * {@code score = call("sc.fiji.ahiq.ij1.AhiqPlugIn.call", "AHIQ Score Pair...", "reference=... distorted=... model=...");}
     *
     * @param label of a menu entry
     * @param options as in {@code run(label, options)}
     * @return the result as text; for scores their mean, in all digits
     */
    public static String call(String label, String options) {
        try {
            return OperationRun.run(Operation.labelled(label), MacroOptions.parse(options, AhiqPlugIn::macroVariable));
        } catch (AhiqException e) {
            fail(label, e.getMessage(), true);
            return "";
        }
    }

    /**
     * The message of the latest command that failed since this was asked last. For who runs macros: without a display ImageJ
     * does not always tell that a macro was aborted.
     */
    public static Optional<String> takeFailure() {
        return Optional.ofNullable(FAILURE.getAndSet(null));
    }

    /**
     * Saves the table of scores with all their digits, with or without a display:
     * {@code call("sc.fiji.ahiq.ij1.AhiqPlugIn.saveScores", "/path/scores.csv");}
     *
     * @return the path
     */
    public static String saveScores(String path) {
        ScoreTable.current().save(path);
        return path;
    }
}
