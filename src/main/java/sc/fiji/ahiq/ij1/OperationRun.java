/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import java.awt.GraphicsEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.command.AhiqCommand;
import sc.fiji.ahiq.command.Operation;

/** Runs an operation in ImageJ and shows its progress and results. */
final class OperationRun {

    private OperationRun() {}

    /**
     * Blocks until it has ended.
     *
     * @param values texts by key
     * @return what a macro gets from {@code call}
     * @throws sc.fiji.ahiq.base.error.AhiqException if a value does not fit, or the command throws it
     */
    static String run(Operation<?> operation, Map<String, String> values) {
        return run(operation, values, Presentation::of);
    }

    static String run(
            Operation<?> operation, Map<String, String> values, Function<CommandModule, Presentation> presentation) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        values.forEach((key, text) -> texts.put(key, operation.input(key).split(text)));
        CommandModule module = operation.bind(texts);
        Presentation shown = presentation.apply(module);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Operation.class.getClassLoader());
        try (StatusBar progress = new StatusBar()) {
            prepare(operation.command(module), progress);
            shown.start();
            try {
                module.run();
            } finally {
                shown.stop();
            }
        } finally {
            thread.setContextClassLoader(before);
        }
        return shown.result();
    }

    private static void prepare(AhiqCommand command, StatusBar progress) {
        command.setProgress(progress);
        if (!GraphicsEnvironment.isHeadless() && !IJ.isMacro()) {
            command.setQuestion(text -> IJ.showMessageWithCancel("AHIQ", Messages.wrapped(text)));
        }
    }
}
