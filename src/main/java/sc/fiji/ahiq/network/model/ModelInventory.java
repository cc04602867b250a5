/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.WeightsException;

/** What people are told about the models of a store. */
public record ModelInventory(ModelStore store) {

    private static final String LINE = "%-24s  %s";

    /** A line for each model that is here, and for each published one that can be had. */
    public List<String> list() {
        Map<String, Path> models = store.list();
        List<String> lines = new ArrayList<>();
        models.forEach((name, folder) -> lines.add(line(name, describe(folder))));
        for (OfficialModel official : OfficialModels.all()) {
            if (!models.containsKey(official.name())) {
                String text = "not here. " + official.description() + " To get it: " + official.command();
                lines.add(line(official.name(), text));
            }
        }
        return lines;
    }

    private static String line(String name, String text) {
        return String.format(Locale.ROOT, LINE, name, text);
    }

    private static String describe(Path folder) {
        try {
            return ModelStore.describe(folder) + ": "
                    + ModelFolder.readCard(folder).description();
        } catch (ModelException e) {
            return "cannot be read: " + e.getMessage();
        }
    }

    /** A line for each folder that an import fills, or has left. */
    public List<String> unfinished() {
        return store.unfinished().stream()
                .map(folder ->
                        folder + " is being written, or is left of an import that was killed; in that case delete it.")
                .toList();
    }

    /**
     * The text of the card of a model, or that of a published model that is not here.
     *
     * @throws ModelException if there is none
     */
    public String card(String nameOrFolder) {
        Optional<OfficialModel> official = OfficialModels.named(nameOrFolder);
        if (official.isPresent() && !store.list().containsKey(nameOrFolder)) {
            return OfficialModels.cardText(official.get());
        }
        return ModelFolder.cardText(store.find(nameOrFolder));
    }

    /**
     * What was found by reading a model as a whole.
     *
     * @param good whether it can be used
     * @param text {@code NAME: good, weights SHA-256} or {@code NAME: PROBLEM}
     */
    public record Check(boolean good, String text) {}

    /** Reads a model as a whole and checks it. */
    public Check check(String nameOrFolder) {
        try {
            Path folder = store.find(nameOrFolder);
            Optional<EnsembleFolder> ensemble = EnsembleFolder.open(folder);
            if (ensemble.isPresent()) {
                ensemble.get().check(store);
            } else {
                checkNetwork(folder);
            }
            return new Check(true, nameOrFolder + ": good, weights " + ModelFolder.weightsSha256(folder));
        } catch (ModelException | WeightsException e) {
            return new Check(false, nameOrFolder + ": " + e.getMessage());
        }
    }

    private static void checkNetwork(Path folder) {
        try (ModelFolder model = ModelFolder.open(folder)) {
            model.requireFiniteWeights();
        }
    }
}
