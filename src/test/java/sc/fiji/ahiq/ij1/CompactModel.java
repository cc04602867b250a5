/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.nio.file.Path;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;

/** A model folder with a network that is small and fast; its crops have 32 x 32 pixels. */
public final class CompactModel {

    /** Width and height of a crop. */
    public static final int CROP = 32;

    private CompactModel() {}

    /** Makes the folder; it must not exist yet. */
    public static Path write(Path folder) {
        ModelFolder.write(folder, new UntrainedModel("compact", CompactArchitecture.of(CROP, 8), 1));
        return folder;
    }
}
