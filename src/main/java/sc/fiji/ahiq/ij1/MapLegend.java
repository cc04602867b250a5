/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.ImageListener;
import ij.ImagePlus;
import ij.process.LUT;
import java.awt.Canvas;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.util.Locale;
import sc.fiji.ahiq.picture.MapImages;

/** A bar with the colours of a map and the values that they stand for, as the map is shown now. */
final class MapLegend extends Canvas implements ImageListener {

    private static final long serialVersionUID = 1;

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final int WIDTH = 180;
    private static final int HEIGHT = 30;
    private static final int BAR_HEIGHT = 10;
    private static final int MARGIN = 6;
    private static final int LAST_COLOUR = 255;

    private final transient ImagePlus map;

    MapLegend(ImagePlus map) {
        this.map = map;
        setFont(FONT);
        setBackground(Color.WHITE);
        ImagePlus.addImageListener(this);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(WIDTH, HEIGHT);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    /** ImageJ wants it to begin where the pixels do, also where these are narrower: kept within the window. */
    @Override
    public void setLocation(int x, int y) {
        super.setLocation(Math.max(0, Math.min(x, getParent().getWidth() - getWidth() - MARGIN)), y);
    }

    @Override
    public void paint(Graphics graphics) {
        LUT[] luts = map.getLuts();
        int across = getWidth() - 2 * MARGIN;
        if (luts.length == 0 || across < 2) {
            return;
        }
        for (int x = 0; x < across; x++) {
            graphics.setColor(new Color(luts[0].getRGB(LAST_COLOUR * x / (across - 1))));
            graphics.drawLine(MARGIN + x, 2, MARGIN + x, 1 + BAR_HEIGHT);
        }
        graphics.setColor(Color.BLACK);
        FontMetrics metrics = graphics.getFontMetrics();
        int base = 2 + BAR_HEIGHT + metrics.getAscent();
        String most = number(map.getDisplayRangeMax());
        graphics.drawString(number(map.getDisplayRangeMin()), MARGIN, base);
        graphics.drawString(most, MARGIN + across - metrics.stringWidth(most), base);
        String shown = String.valueOf(map.getProp(MapImages.SHOWN));
        graphics.drawString(shown, MARGIN + (across - metrics.stringWidth(shown)) / 2, base);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.3f", value);
    }

    @Override
    public void imageOpened(ImagePlus image) {
        // only the map counts, which is open
    }

    @Override
    public void imageUpdated(ImagePlus image) {
        if (image == map) {
            EventQueue.invokeLater(this::repaint);
        }
    }

    @Override
    public void imageClosed(ImagePlus image) {
        if (image == map) {
            ImagePlus.removeImageListener(this);
        }
    }
}
