/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;

/**
 * A legend at the top right of an image: a bar of colours, numbers beside it and a title above. It covers at most 6 %
 * of the image; an image too small for a legible one, such as those below 204 x 204 pixels, stays without.
 */
final class ColourBar {

    /** Names of all its elements begin so. */
    static final String NAME = "AHIQ legend";

    private static final double MAX_AREA = 0.06;
    private static final int SMALLEST_FONT = 8;
    private static final int FONTS_PER_IMAGE = 32;
    private static final Color BACKGROUND = new Color(255, 255, 255, 215);
    private static final int TICKS = 2;

    private final int imageWidth;
    private final int imageHeight;
    private final double lo;
    private final double hi;
    private final String title;
    private final MapColours colours;
    /** All sizes are multiples of it. */
    private final int fontSize;

    private final int width;
    private final int height;
    private final int barHeight;

    /** @param title up to 7 letters */
    ColourBar(int imageWidth, int imageHeight, double lo, double hi, String title, MapColours colours) {
        this.imageWidth = imageWidth;
        this.imageHeight = imageHeight;
        this.lo = lo;
        this.hi = hi;
        this.title = title;
        this.colours = colours;
        this.fontSize = Math.max(SMALLEST_FONT, Math.min(imageWidth, imageHeight) / FONTS_PER_IMAGE);
        this.width = 5 * fontSize;
        this.height = 31 * fontSize / 4;
        this.barHeight = 5 * fontSize;
    }

    /** Adds the legend, if there is room for it. */
    void addTo(Overlay overlay) {
        int margin = fontSize / 2;
        boolean fits = width + margin <= imageWidth && height + margin <= imageHeight;
        if (!fits || (double) width * height > MAX_AREA * imageWidth * imageHeight) {
            return;
        }
        int left = imageWidth - width - margin;
        Roi box = new Roi(left, margin, width, height);
        box.setFillColor(BACKGROUND);
        add(overlay, box);
        add(overlay, text(left + margin, margin, title));
        int barTop = margin + 2 * fontSize;
        add(overlay, new ImageRoi(left + margin, barTop, bar()));
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
            int rgb = colours.rgb(1 - y / (barHeight - 1.0));
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
