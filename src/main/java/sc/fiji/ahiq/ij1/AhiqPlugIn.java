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
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.command.Operation;

/**
 * All entries of <i>Plugins &gt; AHIQ</i>; the argument is the label of the entry. Values come from the options of a
 * macro or, without any, from a dialog, which is recorded in the same grammar. A macro whose command fails is aborted,
 * with the reason in the log, and never sees a dialog.
 */
public final class AhiqPlugIn implements PlugIn {

    private static final AtomicReference<String> FAILURE = new AtomicReference<>();

    /** @param label of the menu entry, as in {@code plugins.config} */
    @Override
    public void run(String label) {
        String options = Macro.getOptions(); // ImageJ keeps them for the calling thread alone
        if (EventQueue.isDispatchThread()) {
            new Thread(() -> run(label, options), "AHIQ").start();
        } else {
            run(label, options);
        }
    }

    private static void run(String label, String options) {
        try {
            Operation<?> operation = Operation.labelled(label);
            if (options != null) {
                OperationRun.run(operation, MacroOptions.parse(options, AhiqPlugIn::macroVariable));
            } else if (label.endsWith("...")) {
                ask(operation);
            } else {
                OperationRun.run(operation, Map.of());
            }
        } catch (AhiqException e) {
            fail(label, e, options != null);
        }
    }

    /** Again with what was entered, until it succeeds or the user gives up. */
    private static void ask(Operation<?> operation) {
        if (GraphicsEnvironment.isHeadless()) {
            throw new UsageException("There is no display for a dialog: give options, for example run(\""
                    + operation.label() + "\", \"key=value ...\").");
        }
        InputDialog dialog = new InputDialog(operation);
        while (dialog.ask()) {
            Recorder.resetCommandOptions(); // what the dialog recorded by itself, in another grammar
            try {
                Map<String, String> values = dialog.values();
                if (Recorder.record) {
                    MacroOptions.record(values, Recorder::recordOption);
                }
                OperationRun.run(operation, values);
                dialog.remember();
                return;
            } catch (CancelledException e) {
                throw e;
            } catch (AhiqException e) {
                Recorder.resetCommandOptions();
                Messages.error(operation.label(), e.getMessage());
            }
        }
    }

    private static String macroVariable(String name) {
        Interpreter interpreter = Interpreter.getInstance();
        String value = interpreter == null ? null : interpreter.getVariableAsString(name);
        return value == null ? null : value.replaceFirst("^(-?\\d+)\\.0$", "$1"); // ImageJ's numbers are doubles
    }

    private static void fail(String label, AhiqException failure, boolean inMacro) {
        FAILURE.set(failure.getMessage());
        if (inMacro || GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) {
            Messages.log(Messages.title(label) + ": " + failure.getMessage());
            Interpreter.abort(); // also where Macro.abort() is without effect: no display, no batch mode
            Macro.abort();
        } else if (failure instanceof CancelledException) {
            IJ.showStatus(Messages.title(label) + ": cancelled");
        } else {
            Messages.error(label, failure.getMessage());
        }
    }

    /**
     * For macros where {@code run} cannot work, such as plain ImageJ without a display:
     * {@code score = call("sc.fiji.ahiq.ij1.AhiqPlugIn.call", "AHIQ Score Pair...", "reference=... distorted=...");}
     *
     * @param label of a menu entry
     * @param options as in {@code run(label, options)}
     * @return the result as text; for scores their mean, in all digits
     */
    public static String call(String label, String options) {
        try {
            return OperationRun.run(Operation.labelled(label), MacroOptions.parse(options, AhiqPlugIn::macroVariable));
        } catch (AhiqException e) {
            fail(label, e, true);
            return "";
        }
    }

    /**
     * A cell of the last row of the scores: {@code call("sc.fiji.ahiq.ij1.AhiqPlugIn.get", "ahiq")}.
     *
     * @param column such as {@code ahiq}, {@code psnr} or {@code distorted}
     * @return its text, numbers in all their digits
     */
    public static String get(String column) {
        return cell(column, null);
    }

    /**
     * A cell of the scores.
     *
     * @param row from 0 on, as in ImageJ
     * @see #get(String)
     */
    public static String get(String column, String row) {
        return cell(column, row);
    }

    private static String cell(String column, String row) {
        try {
            return ScoreTable.current().cell(column, Optional.ofNullable(row));
        } catch (AhiqException e) {
            fail("AHIQ Scores", e, true);
            return "";
        }
    }

    /**
     * The message of the latest command that failed since this was asked last. For who runs macros: without a display
     * ImageJ does not always tell that a macro was aborted.
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
