/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.ImagePlus;
import java.awt.GraphicsEnvironment;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.command.Output;

/** Versions of an image in one window; a macro gets them as a stack. */
final class ComparePresentation extends AddedPresentation {

    private final CommandModule module;

    /** @param rows shows the rows of the table */
    ComparePresentation(CommandModule module, Presentation rows) {
        super(rows);
        this.module = module;
    }

    @Override
    public void stop() {
        if (GraphicsEnvironment.isHeadless() || IJ.isMacro()) {
            super.stop();
            return;
        }
        IJ.showProgress(1.0);
        for (Output output : Output.of(module)) {
            if (output.value() instanceof ImagePlus stack) {
                new CompareWindow(stack).open();
            }
        }
    }
}
