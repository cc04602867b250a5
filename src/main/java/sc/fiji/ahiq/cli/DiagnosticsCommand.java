/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.scoring.diagnostics.Diagnostics;

/** {@code ahiq diagnostics}. */
@Command(
        name = "diagnostics",
        description = "Tells what the program finds on this machine, and scores a pair whose score is known.",
        mixinStandardHelpOptions = true)
final class DiagnosticsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engine;

    @Override
    public Integer call() {
        Diagnostics diagnostics = Diagnostics.run(engine.parse());
        diagnostics.lines().forEach(spec.commandLine().getOut()::println);
        return diagnostics.passed() ? ExitCode.OK : ExitCode.MODEL_OR_ENGINE;
    }
}
