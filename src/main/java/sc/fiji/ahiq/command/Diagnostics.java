/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.OptionalInt;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.error.AhiqException;
import sc.fiji.ahiq.inference.DeviceChoice;
import sc.fiji.ahiq.inference.EngineSettings;
import sc.fiji.ahiq.inference.InferenceOptions;
import sc.fiji.ahiq.inference.Precision;

/** Reports about the installation; cancels if the self-test fails, with the report as the reason. */
@Plugin(type = Command.class, headless = true, visible = false, attrs = @Attr(name = "no-record"))
public final class Diagnostics extends ContextCommand {

    @Parameter(label = "Device", description = "auto, cpu, gpu, or gpu and a number", persist = false, required = false)
    private String device = "auto";

    @Parameter(label = "Report", type = ItemIO.OUTPUT)
    private String report;

    @Override
    public void run() {
        try {
            var diagnostics = sc.fiji.ahiq.diagnostics.Diagnostics.run(new InferenceOptions(
                    DeviceChoice.parse(device),
                    Precision.FLOAT32,
                    OptionalInt.empty(),
                    EngineSettings.ofEnvironment()));
            report = diagnostics.text();
            if (!diagnostics.passed()) {
                cancel(report);
            }
        } catch (AhiqException e) {
            cancel(e.getMessage());
        }
    }

    /** One fact a line. */
    public String report() {
        return report;
    }
}
