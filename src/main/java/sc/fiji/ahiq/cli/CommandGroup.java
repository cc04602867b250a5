/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A command that does nothing but to have others below it. */
final class CommandGroup implements Runnable {

    private final CommandSpec spec;
    private final String examples;

    private CommandGroup(String name, String examples) {
        this.examples = examples;
        this.spec = CommandSpec.wrapWithoutInspection(this).name(name).mixinStandardHelpOptions(true);
        spec.usageMessage().synopsisSubcommandLabel("COMMAND");
    }

    /** @param examples of commands below it */
    static CommandSpec of(String name, String description, String examples) {
        CommandSpec spec = new CommandGroup(name, examples).spec;
        spec.usageMessage().description(DeclaredCommand.lines(description));
        return spec;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Expected a command, such as " + examples + ".");
    }
}
