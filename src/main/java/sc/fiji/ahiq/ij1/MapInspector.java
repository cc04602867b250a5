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
import sc.fiji.ahiq.picture.MapImages;
import sc.fiji.ahiq.scoring.PlanePairs;
import sc.fiji.ahiq.scoring.PlanePosition;
import sc.fiji.ahiq.scoring.PlaneScore;

/**
 * Tells what the pixel under the mouse holds, in the windows of maps: in the status bar and, together with both images
 * there, in a window of its own.
 */
final class MapInspector {

    private final List<PlaneScore> planes;
    private final Optional<PlanePairs> pairs;
    private PlaneScore latest;
    private PatchView.Plane latestView;

    /** @param pairs the images that were scored; without them nothing is told but numbers */
    MapInspector(List<PlaneScore> planes, Optional<PlanePairs> pairs) {
        this.planes = planes;
        this.pairs = pairs;
    }

    /** Follows the mouse over maps that have a window; in batch mode they have none. */
    void follow(List<ImagePlus> maps) {
        List<ImagePlus> shown =
                maps.stream().filter(map -> map.getCanvas() != null).toList();
        if (shown.isEmpty()) {
            return;
        }
        PatchWindow window = PatchWindow.shown();
        for (ImagePlus map : shown) {
            MouseFollower follower = new MouseFollower(map, map.getCanvas(), window);
            map.getCanvas().addMouseMotionListener(follower);
            map.getCanvas().addMouseListener(follower);
        }
    }

    /** Both images around a pixel of a map; empty beside it, and for a plane that was not scored. */
    synchronized Optional<PatchView> view(ImagePlus map, int x, int y) {
        boolean inside = x >= 0 && x < map.getWidth() && y >= 0 && y < map.getHeight();
        return plane(map)
                .filter(plane -> inside && pairs.isPresent() && plane.scored().isPresent())
                .map(plane -> {
                    if (plane != latest) {
                        latest = plane;
                        latestView = new PatchView.Plane(plane, pairs.get());
                    }
                    return latestView.at(x, y, map.getWidth(), map.getHeight());
                });
    }

    /** Text for a pixel of a map. */
    String describe(ImagePlus map, int x, int y) {
        String shown = String.valueOf(map.getProp(MapImages.SHOWN));
        if (shown.equals("quality") || shown.equals("weight")) {
            return describePatch(map, x, y);
        }
        return x >= 0 && x < map.getWidth() && y >= 0 && y < map.getHeight()
                ? String.format(
                        Locale.ROOT,
                        "x=%d, y=%d: %s=%.6f",
                        x,
                        y,
                        shown,
                        map.getProcessor().getf(x, y))
                : "";
    }

    private String describePatch(ImagePlus map, int x, int y) {
        return plane(map)
                .flatMap(PlaneScore::patches)
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

    private Optional<PlaneScore> plane(ImagePlus map) {
        String label = map.getStackSize() == 1 ? null : map.getStack().getSliceLabel(map.getCurrentSlice());
        return planes.stream()
                .filter(plane -> label == null || isCalled(plane.position(), label))
                .findFirst();
    }

    private static boolean isCalled(PlanePosition position, String label) {
        return position.toString().equals(label);
    }

    private final class MouseFollower extends MouseAdapter {

        private final ImagePlus map;
        private final ImageCanvas canvas;
        private final PatchWindow window;

        MouseFollower(ImagePlus map, ImageCanvas canvas, PatchWindow window) {
            this.map = map;
            this.canvas = canvas;
            this.window = window;
        }

        @Override
        public void mouseMoved(MouseEvent event) {
            int x = canvas.offScreenX(event.getX());
            int y = canvas.offScreenY(event.getY());
            IJ.showStatus(describe(map, x, y));
            if (window.isDisplayable()) {
                view(map, x, y).ifPresent(window::show);
            }
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            mouseMoved(event);
        }
    }
}
