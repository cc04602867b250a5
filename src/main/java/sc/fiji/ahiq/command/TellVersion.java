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

/** Tells the version of the program. */
@Plugin(
        type = Command.class,
        name = "version",
        label = "AHIQ Version",
        description = "Prints the version.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class TellVersion extends AhiqCommand {

    @Parameter(label = "Version", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private String version;

    @Override
    protected void execute() {
        version = text();
    }

    /** Of this program, its Java and the system. */
    public static String text() {
        return "ahiq " + Version.get() + " (Java " + System.getProperty("java.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ")";
    }
}
