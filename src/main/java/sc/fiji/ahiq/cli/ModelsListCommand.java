/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.error.ModelException;
import sc.fiji.ahiq.model.ModelFolder;
import sc.fiji.ahiq.model.ModelStore;
import sc.fiji.ahiq.model.OfficialModel;
import sc.fiji.ahiq.model.OfficialModels;

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
        ModelStore store = option.open();
        Map<String, Path> models = store.list();
        PrintWriter out = spec.commandLine().getOut();
        models.forEach((name, folder) -> out.printf(Locale.ROOT, "%-24s  %s%n", name, describe(folder)));
        for (OfficialModel official : OfficialModels.all()) {
            if (!models.containsKey(official.name())) {
                out.printf(
                        Locale.ROOT,
                        "%-24s  not here. %s To get it: %s%n",
                        official.name(),
                        official.description(),
                        official.command());
            }
        }
        for (Path unfinished : store.unfinished()) {
            spec.commandLine()
                    .getErr()
                    .println("ahiq: " + unfinished + " is being written, or is left of an import that was killed;"
                            + " in that case delete it.");
        }
        return ExitCode.OK;
    }

    private static String describe(Path folder) {
        try {
            return folder + ": " + ModelFolder.readCard(folder).description();
        } catch (ModelException e) {
            return "cannot be read: " + e.getMessage();
        }
    }
}
