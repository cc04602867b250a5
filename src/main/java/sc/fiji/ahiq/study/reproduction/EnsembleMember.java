/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.nio.file.Path;
import sc.fiji.ahiq.network.model.ModelFolder;

/**
 * A model that scores alone or together with others.
 *
 * @param name on its card
 * @param training what it was trained on, by its card
 */
record EnsembleMember(Path folder, String name, String weightsSha256, String training) {

    /** @throws sc.fiji.ahiq.base.error.ModelException if the folder is no model */
    static EnsembleMember open(Path folder) {
        try (ModelFolder model = ModelFolder.open(folder)) {
            return new EnsembleMember(
                    folder,
                    model.card().name(),
                    model.weightsSha256(),
                    model.card().training());
        }
    }
}
