/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1.map;

import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;

/** A legend at the top right of an image: a bar of colours, numbers beside it and a title above. */
final class ColourBar {

    /** Names of all its elements begin so. */
    static final String NAME = "AHIQ legend";

    private static final Color BACKGROUND = new Color(255, 255, 255, 215);
    private static final int TICKS = 4;
    private static final int SMALLEST_IMAGE = 96;

    private final double lo;
    private final double hi;
    private final String title;
    private final int fontSize;
    private final int imageWidth;
    private final int barHeight;

    ColourBar(int imageWidth, int imageHeight, double lo, double hi, String title) {
        this.lo = lo;
        this.hi = hi;
        this.title = title;
        this.imageWidth = imageWidth;
        this.fontSize = Math.max(8, Math.min(imageWidth, imageHeight) / 28);
        this.barHeight = Math.min(imageHeight / 2, 12 * fontSize);
    }

    /** Adds the legend; an image too small for it stays without. */
    void addTo(Overlay overlay, int imageHeight) {
        if (Math.min(imageWidth, imageHeight) < SMALLEST_IMAGE) {
            return;
        }
        int boxWidth = Math.max(5, title.length()) * fontSize * 3 / 4 + fontSize;
        int left = imageWidth - boxWidth - fontSize / 2;
        int top = fontSize / 2;
        Roi box = new Roi(left, top, boxWidth, barHeight + 3 * fontSize);
        box.setFillColor(BACKGROUND);
        add(overlay, box);
        add(overlay, text(left + fontSize / 2, top, title));
        int barTop = top + 2 * fontSize;
        add(overlay, new ImageRoi(left + fontSize / 2, barTop, bar()));
        for (int i = 0; i <= TICKS; i++) {
            double fraction = i / (double) TICKS;
            String number = String.format(Locale.ROOT, "%.2f", hi + (lo - hi) * fraction);
            int y = barTop + (int) Math.round(fraction * (barHeight - 1));
            add(overlay, text(left + 2 * fontSize, y - fontSize * 2 / 3, number));
        }
    }

    private ColorProcessor bar() {
        ColorProcessor bar = new ColorProcessor(fontSize, barHeight);
        for (int y = 0; y < barHeight; y++) {
            int rgb = Cubehelix.rgb(1 - y / (barHeight - 1.0));
            for (int x = 0; x < fontSize; x++) {
                bar.set(x, y, rgb);
            }
        }
        return bar;
    }

    private TextRoi text(int left, int top, String text) {
        TextRoi roi = new TextRoi(left, top, text, new Font(Font.SANS_SERIF, Font.PLAIN, fontSize));
        roi.setStrokeColor(Color.BLACK);
        return roi;
    }

    private static void add(Overlay overlay, Roi roi) {
        roi.setName(NAME);
        overlay.add(roi);
    }
}
