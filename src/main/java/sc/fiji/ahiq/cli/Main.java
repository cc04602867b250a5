/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.command.Operation;
import sc.fiji.ahiq.command.TellVersion;

/** Entry point of the command line. Results go to standard output, everything else to standard error. */
public final class Main {

    private static final long BYTES_PER_MB = 1 << 20;

    private static final String MACRO = "macro";

    private static final String DESCRIPTION =
            "Full-reference image quality by AHIQ, the attention-based hybrid network.";

    private static final String[] FOOTER = {
        "",
        "Exit codes: 0 done, 1 a defect or results that could not be written, 2 wrong usage, 3 some pairs failed,",
        "4 model or engine failed, 130 cancelled.",
        "'ahiq COMMAND --help' tells more about a command."
    };

    private Main() {}

    public static void main(String[] args) {
        Cancellation cancellation = Cancellation.onInterrupt();
        int exitCode = run(
                args,
                cancellation,
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        boolean interrupted = cancellation.isRequested();
        cancellation.workEnded();
        if (!interrupted) {
            System.exit(exitCode);
        }
    }

    /** Runs a command line in this process and returns its exit code. */
    static int run(String[] args, Cancellation cancellation, PrintWriter out, PrintWriter err) {
        int exitCode;
        try {
            exitCode = commandLine(args, cancellation, out, err).execute(args);
        } catch (OutOfMemoryError e) {
            err.println("ahiq: the Java heap of " + Runtime.getRuntime().maxMemory() / BYTES_PER_MB + " MB is full."
                    + " Give it more by the environment variable AHIQ_JAVA_OPTS, for example -Xmx4g.");
            exitCode = ExitCode.MODEL_OR_ENGINE;
        }
        if (out.checkError() && exitCode == ExitCode.OK) {
            err.println("ahiq: standard output could not be written, so results are missing."
                    + " Check that the disk is not full and that the reading program did not end early.");
            exitCode = ExitCode.FAILURE;
        }
        err.flush();
        return exitCode;
    }

    private static CommandLine commandLine(String[] args, Cancellation cancellation, PrintWriter out, PrintWriter err) {
        CommandSpec program = CommandGroup.of("ahiq", DESCRIPTION, "score, batch or evaluate");
        program.usageMessage().footer(FOOTER);
        addCommands(program, args, cancellation);
        CommandLine line = new CommandLine(program)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, arguments) -> refuse(e, err))
                .setExecutionExceptionHandler((e, command, parsed) -> fail(e, err));
        tellVersion(line);
        return line;
    }

    /**
     * The command that the first argument names; or else all, without their options, for which classes of ImageJ would
     * be loaded: where a macro is to run, that must be the first to do so.
     */
    private static void addCommands(CommandSpec program, String[] args, Cancellation cancellation) {
        Optional<Operation<?>> asked = args.length == 0 ? Optional.empty() : Operation.named(args[0]);
        if (asked.isPresent()) {
            program.addSubcommand(args[0], DeclaredCommand.of(asked.get(), cancellation));
            return;
        }
        for (Operation<?> operation : Operation.all()) {
            if (!operation.name().isEmpty()) {
                program.addSubcommand(operation.name(), CommandGroup.of(operation.name(), operation.description(), ""));
            }
        }
        program.addSubcommand(MACRO, new CommandLine(new MacroCommand(cancellation)));
    }

    /** By {@code --version} of the command and all below it. */
    private static void tellVersion(CommandLine line) {
        line.getCommandSpec().version(TellVersion.text());
        line.getSubcommands().values().forEach(Main::tellVersion);
    }

    private static int refuse(ParameterException e, PrintWriter err) {
        err.println("ahiq: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("'" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' tells what it understands.");
        return ExitCode.USAGE;
    }

    private static int fail(Exception e, PrintWriter err) {
        if (e instanceof AhiqException explained) {
            err.println("ahiq: " + explained.getMessage());
            return ExitCode.of(explained);
        }
        e.printStackTrace(err);
        err.println("ahiq: this is a defect of the program; please report it with the lines above.");
        return ExitCode.FAILURE;
    }
}
