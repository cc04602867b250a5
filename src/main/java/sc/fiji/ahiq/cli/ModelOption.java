/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sc.fiji.ahiq.error.UsageException;
import sc.fiji.ahiq.model.ModelFolder;

/** The option that names a model. */
final class ModelOption {

    @Option(
            names = {"-m", "--model"},
            paramLabel = "NAME_OR_DIR",
            description = "name of a model, see 'ahiq models list', or folder with model.yaml and weights.safetensors")
    private String model;

    @Mixin
    private StoreOption store;

    boolean isGiven() {
        return model != null;
    }

    ModelFolder open() {
        if (model == null) {
            throw new UsageException(
                    "No model was given: name it by --model NAME_OR_DIR. No trained model comes with this version;"
                            + " 'ahiq models list' tells which ones can be had. To try the program without"
                            + " them, 'ahiq untrained --output DIR' makes a model whose scores mean nothing.");
        }
        return ModelFolder.open(store.open().find(model));
    }
}
