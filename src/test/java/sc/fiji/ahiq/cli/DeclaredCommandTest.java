/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import sc.fiji.ahiq.command.Input;
import sc.fiji.ahiq.command.Operation;

class DeclaredCommandTest {

    /** What every command of the command line has besides. */
    private static final Set<String> STANDARD = Set.of("help", "version", "verbose");

    static Stream<Operation<?>> operations() {
        return Operation.all().stream().filter(operation -> !operation.name().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void optionsAreTheDeclaredInputsAndTheKeysOfMacros(Operation<?> operation) {
        Set<String> keys = new HashSet<>();
        for (CommandSpec spec : commands(DeclaredCommand.of(operation, new Cancellation()))) {
            for (OptionSpec option : spec.options()) {
                for (String name : option.names()) {
                    if (name.startsWith("--")) {
                        keys.add(name.substring(2).replace('-', '_'));
                    }
                }
            }
        }
        keys.removeAll(STANDARD);

        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(operation.inputs().stream()
                        .filter(input -> !input.isPositional() && !input.isAction())
                        .flatMap(input -> Stream.of(input.key(), input.alias()))
                        .filter(name -> !name.isEmpty())
                        .toList());
        assertThat(keys).allSatisfy(key -> assertThat(operation.input(key)).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void helpTellsEveryInputWithItsChoicesAndDefault(Operation<?> operation) {
        for (CommandSpec spec : commands(DeclaredCommand.of(operation, new Cancellation()))) {
            for (ArgSpec argument : spec.args()) {
                assertThat(String.join(" ", argument.description())).isNotBlank();
            }
            String usage = spec.commandLine().getUsageMessage().replaceAll("\\s+", " ");
            for (Input input : operation.inputs()) {
                boolean isTold = spec.args().stream()
                        .anyMatch(argument -> argument instanceof OptionSpec option
                                && List.of(option.names())
                                        .contains("--" + input.key().replace('_', '-')));
                if (isTold && !input.isFlag() && !input.defaultText().isEmpty()) {
                    assertThat(usage).contains("default: " + input.defaultText());
                }
            }
        }
    }

    /** The command, or those below it. */
    private static List<CommandSpec> commands(CommandSpec spec) {
        List<CommandSpec> commands = new ArrayList<>();
        new CommandLine(spec).getSubcommands().values().forEach(line -> commands.add(line.getCommandSpec()));
        return commands.isEmpty() ? List.of(spec) : commands;
    }
}
