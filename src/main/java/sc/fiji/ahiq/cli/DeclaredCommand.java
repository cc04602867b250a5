/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import sc.fiji.ahiq.command.ProgressingCommand;

/** A command of the command line whose options are the inputs that a SciJava command declares. */
final class DeclaredCommand implements Callable<Integer> {

    /** Attribute of a text that is what the command was called for; others are for who waits. */
    private static final String RESULT = "result";

    private final CommandInfo info;
    private final CommandSpec spec;
    private final Cancellation cancellation;

    private DeclaredCommand(Class<? extends Command> type, String name, Cancellation cancellation) {
        this.cancellation = cancellation;
        this.info = new CommandInfo(type);
        this.spec = CommandSpec.wrapWithoutInspection(this).name(name).mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(type.getAnnotation(Plugin.class).description())
                .sortOptions(false);
        for (ModuleItem<?> input : info.inputs()) {
            spec.addOption(option(input));
        }
    }

    static CommandSpec of(Class<? extends Command> type, String name, Cancellation cancellation) {
        return new DeclaredCommand(type, name, cancellation).spec;
    }

    private static OptionSpec option(ModuleItem<?> input) {
        Object initial = input.getDefaultValue();
        boolean flag = input.getType() == boolean.class;
        OptionSpec.Builder option = OptionSpec.builder("--" + input.getName().replace('_', '-'))
                .type(input.getType())
                .required(input.isRequired())
                .description(description(input, flag ? null : initial));
        if (!flag) {
            option.arity("1").paramLabel(label(input));
            if (initial != null) {
                option.defaultValue(initial.toString());
            }
        }
        return option.build();
    }

    private static String label(ModuleItem<?> input) {
        if (FileWidget.DIRECTORY_STYLE.equals(input.getWidgetStyle())) {
            return "DIR";
        }
        return input.getType() == String.class
                ? "TEXT"
                : input.getType().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private static String description(ModuleItem<?> input, Object initial) {
        String choices = input.getChoices() == null || input.getChoices().isEmpty()
                ? ""
                : ": "
                        + String.join(
                                ", ",
                                input.getChoices().stream().map(String::valueOf).toList());
        return input.getDescription()
                + choices
                + (initial == null || initial.equals("") ? "" : " (default: ${DEFAULT-VALUE})");
    }

    @Override
    public Integer call() throws ModuleException {
        EngineOptions.setLogLevel(false);
        CommandModule module = new CommandModule(info);
        for (ModuleItem<?> input : info.inputs()) {
            Object value =
                    spec.findOption("--" + input.getName().replace('_', '-')).getValue();
            if (value != null) {
                module.setInput(input.getName(), value);
            }
        }
        try {
            run(module);
        } finally {
            tellOutputs(module);
        }
        return ExitCode.OK;
    }

    private void run(CommandModule module) {
        TerminalProgress progress =
                new TerminalProgress(cancellation, spec.commandLine().getErr());
        if (module.getCommand() instanceof ProgressingCommand progressing) {
            progressing.setProgress(progress);
        }
        try {
            module.run();
        } finally {
            progress.clear();
        }
    }

    /** Also those of a command that has failed since. */
    private void tellOutputs(CommandModule module) {
        for (ModuleItem<?> output : info.outputs()) {
            if (output.getType() == String.class && output.getIOType() == ItemIO.OUTPUT) {
                Object text = module.getOutput(output.getName());
                if (text != null) {
                    (output.is(RESULT)
                                    ? spec.commandLine().getOut()
                                    : spec.commandLine().getErr())
                            .println(text);
                }
            }
        }
    }
}
