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
import sc.fiji.ahiq.error.ModelException;
import sc.fiji.ahiq.error.WeightsException;
import sc.fiji.ahiq.model.ModelFolder;
import sc.fiji.ahiq.model.ModelStore;

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
        int failures = 0;
        for (String name : models.isEmpty() ? store.list().keySet() : models) {
            try (ModelFolder folder = ModelFolder.open(store.find(name))) {
                folder.requireFiniteWeights();
                spec.commandLine().getOut().println(name + ": good, weights " + folder.weightsSha256());
            } catch (ModelException | WeightsException e) {
                failures++;
                spec.commandLine().getErr().println("ahiq: " + name + ": " + e.getMessage());
            }
        }
        return failures == 0 ? ExitCode.OK : ExitCode.MODEL_OR_ENGINE;
    }
}
