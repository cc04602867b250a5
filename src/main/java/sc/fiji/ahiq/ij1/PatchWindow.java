/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.WindowManager;
import ij.gui.GUI;
import java.awt.BorderLayout;
import java.awt.Canvas;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;

/** Shows the place under the mouse in both images, enlarged and side by side, until the user closes it. */
final class PatchWindow extends Frame {

    static final String TITLE = "AHIQ Look Closer";

    private static final long serialVersionUID = 1;

    private static final int ZOOM = 4;
    private static final int PICTURE = PatchView.SIDE * ZOOM;
    private static final int GAP = 8;
    private static final int LINE = 15;
    private static final int LINES = 10;

    private final Pictures pictures = new Pictures();

    PatchWindow() {
        super(TITLE);
        setFocusableWindowState(false); // the map keeps the keyboard
        setLayout(new BorderLayout());
        add(pictures, BorderLayout.CENTER);
        pack();
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                dispose();
            }

            @Override
            public void windowClosed(WindowEvent event) {
                WindowManager.removeWindow(PatchWindow.this);
            }
        });
    }

    void open() {
        Rectangle screen = GUI.getMaxWindowBounds(this);
        setLocation(screen.x + screen.width - getWidth() - GAP, screen.y + GAP); // beside ImageJ, not on it
        WindowManager.addWindow(this);
        setVisible(true);
    }

    /** Draws it; the window is not opened again once the user has closed it. */
    void show(PatchView view) {
        pictures.show(view);
    }

    private static final class Pictures extends Canvas {

        private static final long serialVersionUID = 1;

        private transient PatchView view;

        Pictures() {
            setBackground(Color.WHITE);
            setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
        }

        void show(PatchView view) {
            this.view = view;
            repaint();
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(2 * PICTURE + 3 * GAP, PICTURE + 3 * GAP + (1 + LINES) * LINE);
        }

        @Override
        public void update(Graphics graphics) {
            paint(graphics); // without clearing, which would flicker
        }

        @Override
        public void paint(Graphics graphics) {
            BufferedImage buffer =
                    new BufferedImage(Math.max(1, getWidth()), Math.max(1, getHeight()), BufferedImage.TYPE_INT_RGB);
            Graphics2D drawing = buffer.createGraphics();
            drawing.setColor(Color.WHITE);
            drawing.fillRect(0, 0, buffer.getWidth(), buffer.getHeight());
            drawing.setColor(Color.BLACK);
            drawing.setFont(getFont());
            if (view == null) {
                drawing.drawString("Move the mouse over a map.", GAP, GAP + LINE);
            } else {
                draw(drawing, view);
            }
            drawing.dispose();
            graphics.drawImage(buffer, 0, 0, null);
        }

        private static void draw(Graphics2D drawing, PatchView view) {
            drawing.drawString("Reference", GAP, LINE);
            drawing.drawString("Distorted", 2 * GAP + PICTURE, LINE);
            int top = LINE + GAP;
            drawing.drawImage(view.reference(), GAP, top, PICTURE, PICTURE, null);
            drawing.drawImage(view.distorted(), 2 * GAP + PICTURE, top, PICTURE, PICTURE, null);
            drawPlace(drawing, view, GAP, top);
            drawPlace(drawing, view, 2 * GAP + PICTURE, top);
            int base = top + PICTURE + GAP;
            drawing.setColor(Color.BLACK);
            for (String line : view.lines()) {
                base += LINE;
                drawing.drawString(line, GAP, base);
            }
        }

        /** A frame around the pixel. */
        private static void drawPlace(Graphics2D drawing, PatchView view, int left, int top) {
            int width = PICTURE / view.reference().getWidth();
            int height = PICTURE / view.reference().getHeight();
            drawing.setColor(Color.BLACK);
            drawing.drawRect(left + view.x() * width - 2, top + view.y() * height - 2, width + 3, height + 3);
            drawing.setColor(Color.YELLOW);
            drawing.drawRect(left + view.x() * width - 1, top + view.y() * height - 1, width + 1, height + 1);
        }
    }
}
