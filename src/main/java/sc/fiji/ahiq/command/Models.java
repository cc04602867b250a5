/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.model.EnsembleFolder;
import sc.fiji.ahiq.network.model.ModelInventory;
import sc.fiji.ahiq.network.model.ModelStore;

/**
 * Lists, shows, verifies, removes, downloads and joins models. Throws {@link UsageException} for inputs that do not
 * fit, and {@link ModelException} if there is no such model, one is not as it should be, or it cannot be removed or
 * fetched.
 */
@Plugin(
        type = Command.class,
        name = "models",
        label = "AHIQ Models...",
        description = "Lists, shows, checks, removes and downloads models, and joins several to an ensemble.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class Models extends StoreInputs {

    private static final String LIST = "list";
    private static final String SHOW = "show";
    private static final String VERIFY = "verify";
    private static final String REMOVE = "remove";
    private static final String FETCH = "fetch";
    private static final String ENSEMBLE = "ensemble";

    @Parameter(
            label = "Action",
            description =
                    "list: the models that are here, and those that can be had; show: the card of one; verify: read some as"
                            + " a whole, or all; remove: delete one from the folder of models; fetch: download a published one;"
                            + " ensemble: make a model of several, which score together",
            choices = {LIST, SHOW, VERIFY, REMOVE, FETCH, ENSEMBLE},
            attrs = {
                @Attr(name = Input.ACTION),
                @Attr(name = LIST, value = "Lists the models that are here, and the published ones that can be had."),
                @Attr(
                        name = SHOW,
                        value = "Prints the card of a model, or that of a published model that is not here."),
                @Attr(
                        name = VERIFY,
                        value = "Reads models as a whole and checks them; without a name, all that are here."),
                @Attr(name = REMOVE, value = "Deletes a model of the user's folder of models."),
                @Attr(
                        name = FETCH,
                        value = "Downloads the files of a published model, after asking, and imports them.\n"
                                + "A download that was interrupted goes on where it ended."),
                @Attr(
                        name = ENSEMBLE,
                        value =
                                "Makes a model whose score is the weighted mean of the scores of several.\n"
                                        + "Its card has the hashes of their weights: a member that is missing or was changed is refused.")
            },
            persist = false,
            required = false)
    private String action = LIST;

    @Parameter(
            label = "Model",
            description =
                    "name of a model or, where nothing is deleted or fetched, its folder; several only to verify them",
            attrs = {
                @Attr(name = Input.POSITIONAL),
                @Attr(name = Input.VALUE, value = "NAME_OR_DIR"),
                @Attr(name = Input.ACTIONS, value = SHOW + "," + VERIFY + "," + REMOVE + "," + FETCH)
            },
            persist = false,
            required = false)
    private String[] model = {};

    @Parameter(
            label = "Name",
            description = "of the ensemble, in the folder of models",
            attrs = @Attr(name = Input.ACTIONS, value = ENSEMBLE),
            persist = false,
            required = false)
    private String name = "";

    @Parameter(
            label = "Members",
            description = "names or folders of two models or more, separated by commas, with crops of one size",
            attrs = {@Attr(name = Input.VALUE, value = "NAME_OR_DIR,..."), @Attr(name = Input.ACTIONS, value = ENSEMBLE)
            },
            persist = false,
            required = false)
    private String members = "";

    @Parameter(
            label = "Weights",
            description = "of the members' scores, separated by commas, such as 2,1,1; empty: all alike",
            attrs = {@Attr(name = Input.VALUE, value = "NUMBER,..."), @Attr(name = Input.ACTIONS, value = ENSEMBLE)},
            persist = false,
            required = false)
    private String weights = "";

    @Parameter(
            label = "Confirm",
            description = "remove deletes nothing without it; fetch downloads without being asked",
            attrs = {
                @Attr(name = Input.NOT_REMEMBERED),
                @Attr(name = Input.ALIAS, value = "confirm"),
                @Attr(name = Input.ACTIONS, value = REMOVE + "," + FETCH)
            },
            persist = false,
            required = false)
    private boolean yes = false;

    @Parameter(label = "Report", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private String report;

    @Parameter(label = "Notes", type = ItemIO.OUTPUT)
    private String notes;

    @Override
    protected void execute() {
        ModelStore store = store();
        ModelInventory inventory = new ModelInventory(store);
        switch (action) {
            case LIST -> list(inventory);
            case SHOW -> report = inventory.card(named()).strip();
            case VERIFY -> verify(inventory, model.length == 0 ? store.list().keySet() : List.of(model));
            case REMOVE -> remove(store, named());
            case FETCH ->
                new ModelFetch(store, progress()).fetch(named(), yes ? ModelFetch.agreeing(progress()) : question());
            case ENSEMBLE -> makeEnsemble(store);
            default ->
                throw new UsageException(
                        "action=" + action + ": expected list, show, verify, remove, fetch or ensemble.");
        }
    }

    private String named() {
        if (model.length != 1 || model[0].isBlank()) {
            throw new UsageException((model.length > 1 ? "Several models were" : "No model was") + " given: " + action
                    + " expects the name of one.");
        }
        return model[0];
    }

    private void list(ModelInventory inventory) {
        report = String.join(System.lineSeparator(), inventory.list());
        notes = lines(inventory.unfinished());
    }

    private void verify(ModelInventory inventory, Collection<String> names) {
        List<String> good = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            ModelInventory.Check check = inventory.check(name);
            (check.good() ? good : problems).add(check.text());
        }
        report = lines(good);
        if (!problems.isEmpty()) {
            String count = problems.size() + " of " + names.size() + " models cannot be used." + System.lineSeparator();
            throw new ModelException((names.size() == 1 ? "" : count) + lines(problems));
        }
    }

    /** Null if there is none. */
    private static String lines(List<String> texts) {
        return texts.isEmpty() ? null : String.join(System.lineSeparator(), texts);
    }

    private void remove(ModelStore store, String name) {
        Path folder = store.userFolder(name);
        if (!yes) {
            throw new UsageException("Nothing was removed: to delete " + folder + ", confirm it by yes=true (--yes).");
        }
        store.remove(name);
        notes = "Removed " + folder;
    }

    private void makeEnsemble(ModelStore store) {
        if (name.isBlank() || members.isBlank()) {
            throw new UsageException(
                    "Expected the keys name and members (--name, --members): the name of the new model, and"
                            + " the models whose scores it joins, such as name=ahiq-c members=a,b,c.");
        }
        EnsembleFolder.write(
                store.userFolder(name),
                parts(members),
                parts(weights).stream().map(Models::weight).toList(),
                store);
        notes = "Made " + store.userFolder(name) + ": the weighted mean of " + String.join(", ", parts(members));
    }

    private static List<String> parts(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*"));
    }

    private static double weight(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UsageException("weights=" + text + ": expected numbers separated by commas.", e);
        }
    }

    /** What was listed or shown; null if nothing was. */
    public String report() {
        return report;
    }

    /** What was done, and what is wrong; null if there is nothing. */
    public String notes() {
        return notes;
    }
}
