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
final class DiagnosticsPresentation implements Presentation {

    static final String TITLE = "AHIQ Diagnostics";

    private static final Font FONT = new Font(Font.MONOSPACED, Font.PLAIN, 12);
    private static final int WIDTH = 860;
    private static final int HEIGHT = 420;

    private final Diagnose command;
    private final Presentation outputs;

    DiagnosticsPresentation(Diagnose command, Presentation outputs) {
        this.command = command;
        this.outputs = outputs;
    }

    @Override
    public void start() {
        outputs.start();
    }

    @Override
    public void stop() {
        if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode() || command.report() == null) {
            outputs.stop();
            return;
        }
        IJ.showProgress(1.0);
        IJ.showStatus(command.report().lines().findFirst().orElse(""));
        TextPanel panel = new TextWindow(TITLE, command.report(), WIDTH, HEIGHT).getTextPanel();
        panel.setFont(FONT, true);
        panel.scrollToTop();
    }

    @Override
    public String result() {
        return outputs.result();
    }
}
