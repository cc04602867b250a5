/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import sc.fiji.ahiq.network.model.ModelStore;

/** The option that names the user's folder of models. */
final class StoreOption {

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "folder of models, in place of $AHIQ_MODELS or ~/.ahiq/models")
    private Path folder;

    ModelStore open() {
        return ModelStore.of(folder);
    }
}
