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
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.scoring.diagnostics.Diagnostics;

/** Reports about the installation; throws an {@link EngineException} after that if the self-test fails. */
@Plugin(
        type = Command.class,
        name = "diagnostics",
        label = "AHIQ Diagnostics",
        description = "Tells what the program finds on this machine, and scores a pair whose score is known.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class Diagnose extends EngineInputs {

    @Parameter(label = "Report", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private String report;

    @Override
    protected void execute() {
        Diagnostics diagnostics = Diagnostics.run(inference(), store(), ImageJVersions.all(), progress());
        report = diagnostics.text();
        if (!diagnostics.passed()) {
            throw new EngineException("The self-test failed; the report tells more.");
        }
    }

    /** One fact a line. */
    public String report() {
        return report;
    }
}
