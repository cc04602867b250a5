/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.network.model.ModelStore;

/** The input of commands that find models by name, or keep them. */
abstract class StoreInputs extends AhiqCommand {

    static final String MODEL = "name of a model ('ahiq models list', AHIQ Models...)\n"
            + "or its folder with model.yaml, weights.safetensors\n"
            + "(empty: ahiq-s, which comes with the program)";

    @Parameter(
            label = "Folder of models",
            description = "in place of $AHIQ_MODELS or ~/.ahiq/models",
            style = FileWidget.DIRECTORY_STYLE,
            attrs = @Attr(name = Input.RARE),
            persist = false,
            required = false)
    private File models;

    final ModelStore store() {
        return ModelStore.of(models == null ? null : models.toPath());
    }
}
