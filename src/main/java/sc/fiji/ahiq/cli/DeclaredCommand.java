/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.scijava.command.CommandModule;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.command.AhiqCommand;
import sc.fiji.ahiq.command.Input;
import sc.fiji.ahiq.command.Operation;
import sc.fiji.ahiq.command.Output;
import sc.fiji.ahiq.command.PrintingCommand;

/**
 * A command of the command line, made of what an operation declares. Results go to standard output, all else elsewhere.
 */
final class DeclaredCommand implements Callable<Integer> {

    private final Operation<?> operation;
    private final String action;
    private final Cancellation cancellation;
    private final CommandSpec spec;
    private final Map<Input, ArgSpec> arguments = new LinkedHashMap<>();
    private final OptionSpec verbose = OptionSpec.builder("-v", "--verbose")
            .type(boolean.class)
            .description("tell engine, device and what the engine logs on standard error")
            .build();

    /** @param action which of its actions; empty if it has none */
    private DeclaredCommand(
            Operation<?> operation, String name, String description, String action, Cancellation cancellation) {
        this.operation = operation;
        this.action = action;
        this.cancellation = cancellation;
        this.spec = CommandSpec.wrapWithoutInspection(this).name(name).mixinStandardHelpOptions(true);
        spec.usageMessage().description(lines(description)).sortOptions(false);
        for (Input input : operation.inputs()) {
            if (input.isOf(action)) {
                ArgSpec argument = input.isPositional() ? positional(input) : option(input);
                spec.add(argument);
                arguments.put(input, argument);
            }
        }
        spec.addOption(verbose);
    }

    /** The command, or one with a command below it for every action. */
    static CommandSpec of(Operation<?> operation, Cancellation cancellation) {
        Optional<Input> actions =
                operation.inputs().stream().filter(Input::isAction).findFirst();
        if (actions.isEmpty()) {
            return new DeclaredCommand(operation, operation.name(), operation.description(), "", cancellation).spec;
        }
        Input input = actions.get();
        CommandSpec group = CommandGroup.of(
                operation.name(), operation.description(), input.choices().get(0));
        for (String action : input.choices()) {
            String description = input.actionDescription(action);
            group.addSubcommand(action, new DeclaredCommand(operation, action, description, action, cancellation).spec);
        }
        return group;
    }

    private static OptionSpec option(Input input) {
        OptionSpec.Builder option =
                OptionSpec.builder(names(input)).required(input.isRequired()).description(description(input));
        if (input.isFlag()) {
            return option.type(boolean.class).build();
        }
        return option.type(input.isList() ? String[].class : String.class)
                .arity(input.takesMany() ? "1..*" : "1")
                .paramLabel(input.valueLabel())
                .build();
    }

    private static String[] names(Input input) {
        return Stream.of(
                        input.shortName().isEmpty() ? "" : "-" + input.shortName(),
                        longName(input.key()),
                        input.alias().isEmpty() ? "" : longName(input.alias()))
                .filter(name -> !name.isEmpty())
                .toArray(String[]::new);
    }

    private static String longName(String key) {
        return "--" + key.replace('_', '-');
    }

    private static PositionalParamSpec positional(Input input) {
        return PositionalParamSpec.builder()
                .required(input.isRequired())
                .arity((input.isRequired() ? "1" : "0") + (input.isList() ? "..*" : ""))
                .type(input.isList() ? String[].class : String.class)
                .paramLabel(input.valueLabel())
                .description(description(input))
                .build();
    }

    private static String[] description(Input input) {
        String choices = String.join(", ", input.choices());
        String value = input.isFlag() ? "" : input.defaultText();
        String initial = value.isEmpty() ? "" : "default: " + value;
        String more = choices + (choices.isEmpty() || initial.isEmpty() ? "" : "; ") + initial;
        String separator = input.description().contains("\n") ? "\n" : " ";
        return lines(input.description() + (more.isEmpty() ? "" : separator + "(" + more + ")"));
    }

    /** Picocli takes them for formats. */
    static String[] lines(String text) {
        return text.replace("%", "%%").split("\n");
    }

    @Override
    public Integer call() {
        boolean tellsDetails = Boolean.TRUE.equals(verbose.getValue());
        Logging.setVerbose(tellsDetails);
        CommandModule module = operation.bind(values());
        PrintWriter err = spec.commandLine().getErr();
        TerminalProgress progress = new TerminalProgress(cancellation, tellsDetails, err);
        AhiqCommand command = operation.command(module);
        command.setWords(UnaryOperator.identity());
        command.setProgress(progress);
        command.setQuestion(text -> TerminalQuestion.ask(text, err));
        if (command instanceof PrintingCommand printing) {
            printing.setOut(progress.clearing(spec.commandLine().getOut()));
        }
        try {
            module.run();
        } finally {
            progress.clear();
            Output.of(module).forEach(this::tell);
        }
        return ExitCode.OK;
    }

    /** Also that of a command that has failed since. */
    private void tell(Output output) {
        PrintWriter out = output.isResult()
                ? spec.commandLine().getOut()
                : spec.commandLine().getErr();
        if (output.value() instanceof String text) {
            out.println(text);
        } else if (output.isResult()) {
            output.paths().forEach(out::println);
        }
    }

    /** What was given. */
    private Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        arguments.forEach((input, argument) -> {
            List<String> texts = texts(argument.getValue());
            if (!texts.isEmpty()) {
                requireNoOptions(input, texts);
                values.put(input.key(), texts);
            }
        });
        operation.inputs().stream().filter(Input::isAction).forEach(input -> values.put(input.key(), List.of(action)));
        return values;
    }

    private static List<String> texts(Object value) {
        if (value instanceof String[] several) {
            return List.of(several);
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof String || Boolean.TRUE.equals(value)) {
            texts.add(value.toString());
        }
        return texts;
    }

    /** Picocli takes unknown options for values of an option that has any number of them. */
    private void requireNoOptions(Input input, List<String> texts) {
        for (String text : texts) {
            if (input.takesMany() && text.startsWith("-")) {
                throw new UsageException("Unknown option '" + text + "': '" + spec.qualifiedName()
                        + " --help' lists all. If it is a file, write ./" + text + ".");
            }
        }
    }
}
