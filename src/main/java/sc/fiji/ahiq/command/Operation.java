/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * A command as faces see it: {@code name} of its {@code @Plugin} is its name on the command line, {@code label} that in
 * the menu, and its declared inputs are options, keys of macros and fields of dialogs.
 */
public final class Operation<C extends AhiqCommand> {

    private static final List<Operation<?>> ALL = List.of(
            of(ScorePair.class),
            of(ScoreStack.class),
            of(ScoreFiles.class),
            of(ScoreFolder.class),
            of(MergeResults.class),
            of(CompareImages.class),
            of(PlotScores.class),
            of(EvaluateDataset.class),
            of(ReproduceTable.class),
            of(ListMetrics.class),
            of(OpenSamplePair.class),
            of(SampleFiles.class),
            of(Distort.class),
            of(DistortFiles.class),
            of(Models.class),
            of(FetchModel.class),
            of(ImportWeights.class),
            of(ExportModel.class),
            of(MakeUntrainedModel.class),
            of(FitNiqe.class),
            of(BenchmarkModel.class),
            of(LabelPairs.class),
            of(TrainModel.class),
            of(Diagnose.class),
            of(TellVersion.class),
            of(Help.class));

    private final Class<C> type;
    private final Plugin plugin;
    private List<Input> inputs;

    private Operation(Class<C> type) {
        this.type = type;
        this.plugin = type.getAnnotation(Plugin.class);
    }

    /** What SciJava itself supplies where there is a context. */
    private static boolean isSupplied(Class<?> type) {
        return type == Context.class || Service.class.isAssignableFrom(type);
    }

    private static int rank(Input input) {
        return input.isEssential() ? 0 : input.isRare() ? 2 : 1;
    }

    public static <C extends AhiqCommand> Operation<C> of(Class<C> type) {
        return new Operation<>(type);
    }

    /** All, in the order of the menu. */
    public static List<Operation<?>> all() {
        return ALL;
    }

    /** The one of this name on the command line, if there is one. */
    public static Optional<Operation<?>> named(String name) {
        return name.isEmpty()
                ? Optional.empty()
                : ALL.stream()
                        .filter(operation -> operation.name().equals(name))
                        .findFirst();
    }

    /** @throws UsageException if there is none of this label */
    public static Operation<?> labelled(String label) {
        return ALL.stream()
                .filter(operation -> operation.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new UsageException("Unknown command '" + label + "': expected "
                        + ALL.stream().map(Operation::label).collect(Collectors.joining(", ")) + "."));
    }

    /** On the command line, below another command after a space; empty if it is not there. */
    public String name() {
        return plugin.name();
    }

    /** In the menu. */
    public String label() {
        return plugin.label();
    }

    /** A sentence, and more about the operation after it. */
    public String description() {
        return plugin.description();
    }

    public Class<C> type() {
        return type;
    }

    /** Essential ones first, rare ones last. Read when they are needed, for that loads classes of ImageJ. */
    public synchronized List<Input> inputs() {
        if (inputs == null) {
            inputs = StreamSupport.stream(new CommandInfo(type).inputs().spliterator(), false)
                    .filter(item -> !isSupplied(item.getType()))
                    .filter(item ->
                            !item.getName().equals(AhiqCommand.FORCE) || WritingCommand.class.isAssignableFrom(type))
                    .map((ModuleItem<?> item) -> new Input(item))
                    .sorted(Comparator.comparingInt(Operation::rank))
                    .toList();
        }
        return inputs;
    }

    /**
     * A fresh command with these values, by keys or aliases.
     *
     * @throws UsageException naming key and value if a key is unknown or missing, or a value is not of its type
     * @throws sc.fiji.ahiq.base.error.ImageException if an image cannot be found or opened
     */
    public CommandModule bind(Map<String, List<String>> values) {
        CommandModule module = newModule();
        values.forEach((key, texts) -> {
            Input input = input(key);
            module.setInput(input.key(), input.parse(texts));
        });
        for (Input input : inputs()) {
            if (input.isRequired() && values.keySet().stream().noneMatch(input::isCalled)) {
                throw new UsageException("The key '" + input.key() + "' is missing: expected " + input.key() + "=... ("
                        + input.description() + ").");
            }
        }
        return module;
    }

    /** @throws UsageException if there is none of this key or alias */
    public Input input(String key) {
        return inputs().stream()
                .filter(input -> input.isCalled(key))
                .findFirst()
                .orElseThrow(() -> new UsageException("Unknown key '" + key + "': expected "
                        + inputs().stream().map(Input::key).collect(Collectors.joining(", ")) + "."));
    }

    /** The command of a module of this operation. */
    public C command(CommandModule module) {
        return type.cast(module.getCommand());
    }

    private CommandModule newModule() {
        try {
            return new CommandModule(new CommandInfo(type));
        } catch (ModuleException e) {
            throw new IllegalStateException(e);
        }
    }
}
