/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.macro.Interpreter;
import ij.text.TextPanel;
import ij.text.TextWindow;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import sc.fiji.ahiq.command.Diagnose;

/** The report in a window whose columns stand below each other; in the log where windows are not wanted. */
final class DiagnosticsPresentation extends AddedPresentation {

    static final String TITLE = "AHIQ Diagnostics";

    private static final Font FONT = new Font(Font.MONOSPACED, Font.PLAIN, 12);
    private static final int WIDTH = 860;
    private static final int HEIGHT = 420;

    private final Diagnose command;

    DiagnosticsPresentation(Diagnose command, Presentation outputs) {
        super(outputs);
        this.command = command;
    }

    @Override
    public void stop() {
        if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode() || command.report() == null) {
            super.stop();
            return;
        }
        IJ.showProgress(1.0);
        IJ.showStatus(command.report().lines().findFirst().orElse(""));
        TextPanel panel = new TextWindow(TITLE, command.report(), WIDTH, HEIGHT).getTextPanel();
        panel.setFont(FONT, true);
        panel.scrollToTop();
    }
}
