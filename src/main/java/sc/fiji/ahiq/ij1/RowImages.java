/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import java.util.List;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;
import sc.fiji.ahiq.scoring.PlanePairs;
import sc.fiji.ahiq.scoring.PlanePosition;

/**
 * The images and maps of a row of scores.
 *
 * @param maps of the run, as soon as there are some
 */
record RowImages(PlanePairs pairs, PlanePosition position, List<ImagePlus> maps) {

    /** Brings the windows of those that are open to the front, at the plane of the row; the distorted image last. */
    void select() {
        maps.forEach(map -> select(map, position));
        select(pairs.reference(), pairs.referencePosition(position));
        select(pairs.distorted(), position);
    }

    private static void select(ImageSource source, PlanePosition position) {
        if (source instanceof ImagePlusSource open) {
            select(open.image(), position);
        }
    }

    private static void select(ImagePlus image, PlanePosition position) {
        ImageWindow window = image.getWindow();
        if (window != null) {
            if (image.getStackSize() > 1) {
                image.setPosition(Math.max(1, position.channel()), position.slice(), position.frame());
            }
            window.toFront();
            WindowManager.setCurrentWindow(window);
        }
    }
}
