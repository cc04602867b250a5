/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.base.Version;

/** Tells where help is. */
@Plugin(
        type = Command.class,
        label = "AHIQ Help",
        description = "Tells where help is.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class Help extends AhiqCommand {

    @Parameter(label = "Help", type = ItemIO.OUTPUT)
    private String text;

    @Override
    protected void execute() {
        text = "AHIQ for ImageJ " + Version.get() + ": https://imagej.net/plugins/ahiq and README.md in the package.\n"
                + "Questions: https://forum.image.sc/tag/ahiq, with the report of AHIQ Diagnostics.";
    }

    /** A few lines for people. */
    public String text() {
        return text;
    }
}
