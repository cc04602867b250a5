/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.nio.file.Path;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.ModelFolder;

/**
 * A model that scores alone or together with others; may be an ensemble itself.
 *
 * @param name on its card
 * @param training what it was trained on, by its card
 */
record EnsembleMember(Path folder, String name, String weightsSha256, String training) {

    /** @throws sc.fiji.ahiq.base.error.ModelException if the folder is no model */
    static EnsembleMember open(Path folder) {
        ModelCard card = ModelFolder.readCard(folder);
        return new EnsembleMember(folder, card.name(), ModelFolder.weightsSha256(folder), card.training());
    }
}
