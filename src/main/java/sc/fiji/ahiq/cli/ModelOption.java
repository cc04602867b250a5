/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;

/** The option that names a model. */
final class ModelOption {

    @Option(
            names = {"-m", "--model"},
            paramLabel = "NAME_OR_DIR",
            description = {
                "name of a model, see 'ahiq models list', or folder with model.yaml and weights.safetensors",
                "(default: ahiq-s, the model that comes with the program)"
            })
    private String model;

    @Mixin
    private StoreOption store;

    /** As given, or blank. */
    String name() {
        return model == null ? "" : model;
    }

    ModelStore store() {
        return store.open();
    }

    ModelFolder open() {
        return ModelFolder.open(store.open().findOrDefault(model));
    }
}
