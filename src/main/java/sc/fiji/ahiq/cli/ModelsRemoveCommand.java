/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.model.ModelStore;

/** {@code ahiq models remove}. */
@Command(
        name = "remove",
        description = "Deletes a model of the user's folder of models.",
        mixinStandardHelpOptions = true)
final class ModelsRemoveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "the model")
    private String model;

    @Option(names = "--yes", description = "delete it; without this option nothing is done")
    private boolean confirmed;

    @Mixin
    private StoreOption option;

    @Override
    public Integer call() {
        ModelStore store = option.open();
        Path folder = store.userFolder(model);
        if (!confirmed) {
            throw new UsageException("Nothing was removed: to delete " + folder + ", add --yes.");
        }
        store.remove(model);
        spec.commandLine().getErr().println("Removed " + folder);
        return ExitCode.OK;
    }
}
