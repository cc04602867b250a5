/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.OptionalInt;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;

/** Reports about the installation; throws an {@link EngineException} with the report if the self-test fails. */
@Plugin(type = Command.class, headless = true, visible = false, attrs = @Attr(name = "no-record"))
public final class Diagnostics implements Command {

    @Parameter(label = "Device", description = "auto, cpu, gpu, or gpu and a number", persist = false, required = false)
    private String device = "auto";

    @Parameter(label = "Report", type = ItemIO.OUTPUT)
    private String report;

    @Override
    public void run() {
        var diagnostics = sc.fiji.ahiq.scoring.diagnostics.Diagnostics.run(new InferenceOptions(
                DeviceChoice.parse(device), Precision.FLOAT32, OptionalInt.empty(), EngineSettings.ofEnvironment()));
        report = diagnostics.text();
        if (!diagnostics.passed()) {
            throw new EngineException("The self-test failed.\n" + report);
        }
    }

    /** One fact a line. */
    public String report() {
        return report;
    }
}
