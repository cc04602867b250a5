/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;

/** The window of a map: under a title that no other has, with a legend below the pixels. */
final class MapWindow {

    private MapWindow() {}

    /** In batch mode and without a display there is no window, and nothing happens but the title. */
    static void show(ImagePlus map) {
        map.setTitle(WindowManager.makeUniqueName(map.getTitle()));
        map.show();
        ImageWindow window = map.getWindow();
        if (window != null) {
            window.add(new MapLegend(map));
            window.pack();
        }
    }
}
