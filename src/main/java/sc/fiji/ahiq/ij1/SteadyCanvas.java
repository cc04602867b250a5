/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.awt.Canvas;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** What is drawn anew while the mouse moves: without flicker. */
abstract class SteadyCanvas extends Canvas {

    private static final long serialVersionUID = 1;

    @Override
    public final void update(Graphics graphics) {
        paint(graphics); // without clearing
    }

    @Override
    public final void paint(Graphics graphics) {
        BufferedImage buffer =
                new BufferedImage(Math.max(1, getWidth()), Math.max(1, getHeight()), BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = buffer.createGraphics();
        drawing.setColor(getBackground());
        drawing.fillRect(0, 0, buffer.getWidth(), buffer.getHeight());
        drawing.setColor(getForeground());
        drawing.setFont(getFont());
        draw(drawing);
        drawing.dispose();
        graphics.drawImage(buffer, 0, 0, null);
    }

    /** Draws on the background, first in the colour of the foreground. */
    abstract void draw(Graphics2D drawing);
}
