/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.command.Diagnostics;
import sc.fiji.ahiq.command.Distort;
import sc.fiji.ahiq.command.EvaluateDataset;
import sc.fiji.ahiq.command.Help;
import sc.fiji.ahiq.command.ImportWeights;
import sc.fiji.ahiq.command.Models;
import sc.fiji.ahiq.command.OpenSamplePair;
import sc.fiji.ahiq.command.ScoreFolder;
import sc.fiji.ahiq.command.ScorePair;
import sc.fiji.ahiq.command.ScoreStack;

/**
 * A menu entry.
 *
 * @param label in the menu and in {@code run(label, options)}; also the argument of the plugin in {@code plugins.config}
 * @param command what it runs
 * @param presentation makes what shows the progress and the results of one run
 */
record Operation<C extends Command>(String label, Class<C> command, Supplier<Presentation<? super C>> presentation) {

    private static final List<Operation<?>> ALL = List.of(
            new Operation<>("AHIQ Score Pair...", ScorePair.class, ScorePresentation::new),
            new Operation<>("AHIQ Score Stack...", ScoreStack.class, ScorePresentation::new),
            new Operation<>("AHIQ Score Folder...", ScoreFolder.class, FolderPresentation::new),
            new Operation<>("AHIQ Evaluate Dataset...", EvaluateDataset.class, EvaluationPresentation::new),
            new Operation<>("AHIQ Distort...", Distort.class),
            new Operation<>("AHIQ Import Weights...", ImportWeights.class),
            new Operation<>("AHIQ Models...", Models.class),
            new Operation<>("AHIQ Open Sample Pair", OpenSamplePair.class),
            new Operation<>("AHIQ Diagnostics", Diagnostics.class),
            new Operation<>("AHIQ Help", Help.class));

    /** A command whose declared outputs are all there is to show. */
    Operation(String label, Class<C> command) {
        this(label, command, OutputPresentation::new);
    }

    /** All, in the order of the menu. */
    static List<Operation<?>> all() {
        return ALL;
    }

    /** @throws UsageException if there is none of this label */
    static Operation<?> named(String label) {
        return ALL.stream()
                .filter(operation -> operation.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new UsageException("Unknown command '" + label + "': expected "
                        + ALL.stream().map(Operation::label).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * Runs the command and presents its results; blocks.
     *
     * @return what a macro gets from {@code call}
     * @throws sc.fiji.ahiq.base.error.AhiqException if a value does not fit, or the command throws it
     */
    String run(Map<String, String> values) {
        CommandInputs<C> inputs = new CommandInputs<>(command);
        CommandModule module = inputs.bind(values);
        C bound = inputs.command(module);
        Presentation<? super C> shown = presentation.get();
        shown.start(bound);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Operation.class.getClassLoader());
        try {
            module.run();
        } finally {
            thread.setContextClassLoader(before);
            shown.stop(bound);
        }
        return shown.result(bound);
    }
}
