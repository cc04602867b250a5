/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.model.ModelInventory;
import sc.fiji.ahiq.network.model.ModelStore;

/**
 * Lists, shows, verifies and removes models. Throws {@link UsageException} for inputs that do not fit, and
 * {@link ModelException} if there is no such model, one is not as it should be, or it cannot be removed.
 */
@Plugin(type = Command.class, headless = true, visible = false, attrs = @Attr(name = "no-record"))
public final class Models implements Command {

    private static final String ACTIONS = "list, show, verify or remove";

    @Parameter(
            label = "Action",
            description =
                    "list: the models that are here, and those that can be had; show: the card of one; verify: read one as"
                            + " a whole, or all; remove: delete one from the folder of models",
            choices = {"list", "show", "verify", "remove"},
            persist = false,
            required = false)
    private String action = "list";

    @Parameter(
            label = "Model",
            description = "name of a model or, where nothing is deleted, its folder",
            persist = false,
            required = false)
    private String model = "";

    @Parameter(
            label = "Confirm removal",
            description = "remove deletes nothing without it",
            attrs = @Attr(name = "not-remembered"),
            persist = false,
            required = false)
    private boolean confirm = false;

    @Parameter(
            label = "Folder of models",
            description = "in place of $AHIQ_MODELS or ~/.ahiq/models",
            style = FileWidget.DIRECTORY_STYLE,
            persist = false,
            required = false)
    private File models;

    @Parameter(label = "Report", type = ItemIO.OUTPUT)
    private String report;

    @Override
    public void run() {
        ModelStore store = ModelStore.of(models == null ? null : models.toPath());
        ModelInventory inventory = new ModelInventory(store);
        report = switch (action) {
            case "list" -> list(inventory);
            case "show" -> inventory.card(named());
            case "verify" -> verify(inventory, model.isBlank() ? store.list().keySet() : List.of(model));
            case "remove" -> remove(store, named());
            default -> throw new UsageException("action=" + action + ": expected " + ACTIONS + ".");
        };
    }

    private String named() {
        if (model.isBlank()) {
            throw new UsageException("No model was given: action=" + action + " expects model=NAME.");
        }
        return model;
    }

    private static String list(ModelInventory inventory) {
        List<String> lines = new ArrayList<>(inventory.list());
        lines.addAll(inventory.unfinished());
        return String.join("\n", lines);
    }

    private static String verify(ModelInventory inventory, Collection<String> names) {
        List<String> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            ModelInventory.Check check = inventory.check(name);
            (check.good() ? lines : problems).add(check.text());
        }
        if (!problems.isEmpty()) {
            throw new ModelException(problems.size() + " of " + names.size() + " models cannot be used.\n"
                    + String.join("\n", problems));
        }
        return String.join("\n", lines);
    }

    private String remove(ModelStore store, String name) {
        Path folder = store.userFolder(name);
        if (!confirm) {
            throw new UsageException("Nothing was removed: to delete " + folder
                    + ", tick 'Confirm removal' or, in a macro, add confirm.");
        }
        store.remove(name);
        return "Removed " + folder;
    }

    /** What was listed, shown or done, in lines. */
    public String report() {
        return report;
    }
}
