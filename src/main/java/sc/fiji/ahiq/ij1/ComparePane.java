/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;

/** One of the images that are compared, with its label below. */
final class ComparePane extends SteadyCanvas {

    private static final long serialVersionUID = 1;

    private static final int LABEL_HEIGHT = 20;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Color CURSOR = new Color(255, 220, 0);
    private static final int CROSS = 9;

    private final transient Image image;
    private final transient Image reference;
    private final String label;
    private final String referenceLabel;
    private final transient CompareView view;
    private final Dimension preferred;

    ComparePane(Image image, String label, Image reference, String referenceLabel, CompareView view, Dimension size) {
        this.image = image;
        this.label = label;
        this.reference = reference;
        this.referenceLabel = referenceLabel;
        this.view = view;
        setBackground(Color.DARK_GRAY);
        setFont(FONT);
        this.preferred = new Dimension(size.width, size.height + LABEL_HEIGHT);
    }

    /** Pixels of the window that the image has. */
    int imageHeight() {
        return Math.max(1, getHeight() - LABEL_HEIGHT);
    }

    @Override
    public Dimension getPreferredSize() {
        return preferred;
    }

    /** What is seen now: the label of the image, or of the reference. */
    String shownLabel() {
        return view.isBlinked() ? referenceLabel : label;
    }

    @Override
    void draw(Graphics2D drawing) {
        Image shown = view.isBlinked() ? reference : image;
        drawing.drawImage(
                shown,
                (int) Math.round(-view.left() * view.zoom()),
                (int) Math.round(-view.top() * view.zoom()),
                (int) Math.round(shown.getWidth(null) * view.zoom()),
                (int) Math.round(shown.getHeight(null) * view.zoom()),
                null);
        drawCursor(drawing);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, imageHeight(), getWidth(), LABEL_HEIGHT);
        drawing.setColor(Color.BLACK);
        drawing.drawString(
                shownLabel(), 4, imageHeight() + drawing.getFontMetrics().getAscent() + 2);
    }

    private void drawCursor(Graphics2D drawing) {
        if (view.cursorX() < 0 || view.cursorY() < 0) {
            return;
        }
        int x = (int) Math.round((view.cursorX() + 0.5 - view.left()) * view.zoom());
        int y = (int) Math.round((view.cursorY() + 0.5 - view.top()) * view.zoom());
        drawCross(drawing, x, y, Color.BLACK, 3); // seen on any colour
        drawCross(drawing, x, y, CURSOR, 1);
    }

    private static void drawCross(Graphics2D drawing, int x, int y, Color colour, int width) {
        drawing.setColor(colour);
        drawing.setStroke(new BasicStroke(width));
        drawing.drawLine(x - CROSS, y, x + CROSS, y);
        drawing.drawLine(x, y - CROSS, x, y + CROSS);
    }
}
