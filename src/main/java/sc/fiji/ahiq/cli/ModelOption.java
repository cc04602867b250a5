/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import sc.fiji.ahiq.error.UsageException;
import sc.fiji.ahiq.model.ModelFolder;

/** The option that names a model. */
final class ModelOption {

    @Option(
            names = {"-m", "--model"},
            paramLabel = "DIR",
            description = "folder with model.yaml and weights.safetensors")
    private Path folder;

    boolean isGiven() {
        return folder != null;
    }

    ModelFolder open() {
        if (folder == null) {
            throw new UsageException(
                    "No model was given: name its folder by --model DIR. No trained model comes with this"
                            + " version; 'Models' in the README tells where the published weights are. To try the program without"
                            + " them, 'ahiq untrained --output DIR' makes a model whose scores mean nothing.");
        }
        return ModelFolder.open(folder);
    }
}
