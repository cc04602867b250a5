/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.WindowManager;
import ij.gui.GUI;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;

/** Shows the place under the mouse in both images, enlarged and side by side, until the user closes it. */
final class PatchWindow extends ListedFrame {

    static final String TITLE = "AHIQ Look Closer";

    private static final long serialVersionUID = 1;

    private static final int ZOOM = 4;
    private static final int PICTURE = PatchView.SIDE * ZOOM;
    private static final int GAP = 8;
    private static final int LINE = 15;
    private static final int LINES = 10;

    private final Pictures pictures = new Pictures();

    private PatchWindow() {
        super(TITLE);
        setFocusableWindowState(false); // the map keeps the keyboard
        setLayout(new BorderLayout());
        add(pictures, BorderLayout.CENTER);
        pack();
    }

    /** The one that is open; one for the maps of all runs. */
    static PatchWindow shown() {
        if (WindowManager.getFrame(TITLE) instanceof PatchWindow open && open.isDisplayable()) {
            return open;
        }
        PatchWindow window = new PatchWindow();
        window.open();
        return window;
    }

    @Override
    void open() {
        Rectangle screen = GUI.getMaxWindowBounds(this);
        setLocation(screen.x + screen.width - getWidth() - GAP, screen.y + GAP); // beside ImageJ, not on it
        super.open();
    }

    /** Draws it; the window is not opened again once the user has closed it. */
    void show(PatchView view) {
        pictures.show(view);
    }

    private static final class Pictures extends SteadyCanvas {

        private static final long serialVersionUID = 1;

        private transient PatchView view;

        Pictures() {
            setBackground(Color.WHITE);
            setForeground(Color.BLACK);
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
        void draw(Graphics2D drawing) {
            if (view == null) {
                drawing.drawString("Move the mouse over a map.", GAP, GAP + LINE);
            } else {
                draw(drawing, view);
            }
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
