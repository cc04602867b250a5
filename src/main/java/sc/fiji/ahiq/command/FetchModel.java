/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * Downloads a published model after telling its licence and asking. Throws a {@link UsageException} if there is none of
 * this name, or it is here already, and a {@link ModelException} if it cannot be fetched.
 */
@Plugin(
        type = Command.class,
        label = "AHIQ Fetch Model...",
        description = "Downloads a published model, after telling its licence. Esc stops; what has arrived is kept.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class FetchModel extends StoreInputs {

    @Parameter(
            label = "Model",
            description = "one that is published; AHIQ Models... describes all",
            attrs = @Attr(name = Input.FETCHABLE),
            persist = false)
    private String model;

    @Parameter(
            label = "Agree without being asked",
            description = "to the licence and the download",
            attrs = @Attr(name = Input.NOT_REMEMBERED),
            persist = false,
            required = false)
    private boolean yes = false;

    @Parameter(label = "Folder", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private File folder;

    @Override
    protected void execute() {
        folder = null;
        if (model == null || model.isBlank()) {
            throw new UsageException("No model was given: expected model=NAME.");
        }
        new ModelFetch(store(), progress()).fetch(model, yes ? ModelFetch.agreeing(progress()) : question());
        folder = store().userFolder(model).toFile();
    }
}
