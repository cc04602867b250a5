/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.network.model.ModelInventory;
import sc.fiji.ahiq.network.model.ModelStore;

/** {@code ahiq models verify}. */
@Command(
        name = "verify",
        description = "Reads models as a whole and checks them; without a name, all that are here.",
        mixinStandardHelpOptions = true)
final class ModelsVerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME_OR_DIR", arity = "0..*", description = "the models")
    private List<String> models = List.of();

    @Mixin
    private StoreOption option;

    @Override
    public Integer call() {
        ModelStore store = option.open();
        ModelInventory inventory = new ModelInventory(store);
        int failures = 0;
        for (String name : models.isEmpty() ? store.list().keySet() : models) {
            ModelInventory.Check check = inventory.check(name);
            if (check.good()) {
                spec.commandLine().getOut().println(check.text());
            } else {
                failures++;
                spec.commandLine().getErr().println("ahiq: " + check.text());
            }
        }
        return failures == 0 ? ExitCode.OK : ExitCode.MODEL_OR_ENGINE;
    }
}
