/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.scoring.PlanePosition;
import sc.fiji.ahiq.scoring.PlaneScore;

/** Tells patch quality and patch weight of the pixel under the mouse in the status bar, in the window of either map. */
final class MapInspector {

    private final List<PlaneScore> planes;

    MapInspector(List<PlaneScore> planes) {
        this.planes = planes;
    }

    /** Follows the mouse over maps that have a window; in batch mode they have none. */
    void follow(List<ImagePlus> maps) {
        for (ImagePlus map : maps) {
            ImageCanvas canvas = map.getCanvas();
            if (canvas != null) {
                MouseFollower follower = new MouseFollower(map, canvas);
                canvas.addMouseMotionListener(follower);
                canvas.addMouseListener(follower);
            }
        }
    }

    /** Text for a pixel of the maps. */
    String describe(ImagePlus map, int x, int y) {
        return maps(map)
                .filter(patches -> x >= 0 && x < patches.width() && y >= 0 && y < patches.height())
                .map(patches -> {
                    float[] scores = new float[patches.width()];
                    float[] weights = new float[patches.width()];
                    patches.row(y, scores, weights);
                    String place = "x=" + x + ", y=" + y + ": ";
                    return Float.isNaN(weights[x])
                            ? place + "no crop lies here"
                            : place + String.format(Locale.ROOT, "quality=%.6f, weight=%.6f", scores[x], weights[x]);
                })
                .orElse("");
    }

    private Optional<PatchMaps> maps(ImagePlus map) {
        String label = map.getStackSize() == 1 ? null : map.getStack().getSliceLabel(map.getCurrentSlice());
        return planes.stream()
                .filter(plane -> label == null || isCalled(plane.position(), label))
                .findFirst()
                .flatMap(PlaneScore::patches);
    }

    private static boolean isCalled(PlanePosition position, String label) {
        return position.toString().equals(label);
    }

    private final class MouseFollower extends MouseAdapter {

        private final ImagePlus map;
        private final ImageCanvas canvas;

        MouseFollower(ImagePlus map, ImageCanvas canvas) {
            this.map = map;
            this.canvas = canvas;
        }

        @Override
        public void mouseMoved(MouseEvent event) {
            IJ.showStatus(describe(map, canvas.offScreenX(event.getX()), canvas.offScreenY(event.getY())));
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            mouseMoved(event);
        }
    }
}
