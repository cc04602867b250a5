/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.nio.file.Path;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.design.NetworkDesign;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.PaperNetwork;

/**
 * A model that scores alone or together with others; may be an ensemble itself.
 *
 * @param name on its card
 * @param training what it was trained on, by its card
 */
record EnsembleMember(Path folder, String name, NetworkDesign design, String weightsSha256, String training) {

    /** @throws sc.fiji.ahiq.base.error.ModelException if the folder is no model */
    static EnsembleMember open(Path folder) {
        ModelCard card = ModelFolder.readCard(folder);
        return new EnsembleMember(
                folder, card.name(), card.design(), ModelFolder.weightsSha256(folder), card.training());
    }

    /**
     * This model.
     *
     * @param row that it is given for
     * @throws UsageException if that is a network of the paper, and this is another one
     */
    EnsembleMember requireRow(String row) {
        PaperNetwork.named(row).ifPresent(network -> {
            if (design instanceof Architecture architecture && !network.isOne(architecture)) {
                throw new UsageException("Expected for the row " + row + " a network that differs from others of the"
                        + " paper as that does, but " + name + " has " + architecture.toYaml()
                        + ". Choose another model, or another row for this one.");
            }
        });
        return this;
    }
}
