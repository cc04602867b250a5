/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.WindowManager;
import java.awt.Frame;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;

/** A window that the menu <i>Window</i> of ImageJ lists until the user closes it. */
abstract class ListedFrame extends Frame {

    private static final long serialVersionUID = 1;

    ListedFrame(String title) {
        super(title);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                dispose();
            }

            @Override
            public void windowClosed(WindowEvent event) {
                WindowManager.removeWindow(ListedFrame.this);
            }
        });
    }

    void open() {
        WindowManager.addWindow(this);
        setVisible(true);
    }
}
