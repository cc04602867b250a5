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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.network.model.ModelInventory;

/** {@code ahiq models show}. */
@Command(
        name = "show",
        description = "Prints the card of a model, or that of a published model that is not here.",
        mixinStandardHelpOptions = true)
final class ModelsShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME_OR_DIR", description = "the model")
    private String model;

    @Mixin
    private StoreOption store;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(new ModelInventory(store.open()).card(model));
        return ExitCode.OK;
    }
}
