/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.network.model.ModelInventory;

/** {@code ahiq models list}. */
@Command(
        name = "list",
        description = "Lists the models that are here, and the published ones that can be had.",
        mixinStandardHelpOptions = true)
final class ModelsListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption option;

    @Override
    public Integer call() {
        ModelInventory inventory = new ModelInventory(option.open());
        CommandLine line = spec.commandLine();
        inventory.list().forEach(line.getOut()::println);
        inventory.unfinished().forEach(text -> line.getErr().println("ahiq: " + text));
        return ExitCode.OK;
    }
}
