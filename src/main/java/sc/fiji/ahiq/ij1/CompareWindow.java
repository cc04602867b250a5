/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GridLayout;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Images of one size beside each other: the wheel, + and - enlarge all at the same place, dragging moves all, the mouse
 * is shown in all, and B shows the reference in place of all and, pressed again, the images.
 */
final class CompareWindow extends ListedFrame {

    private static final long serialVersionUID = 1;

    private static final double STEP = 1.25;
    private static final double SHARE_OF_SCREEN = 0.8;
    private static final int GAP = 2;

    private final transient CompareView view = new CompareView();
    private final transient ImagePlus stack;
    private final List<ComparePane> panes = new ArrayList<>();
    private boolean fitted;

    /** @param stack reference and versions, with labels */
    CompareWindow(ImagePlus stack) {
        super(WindowManager.makeUniqueName(stack.getTitle()) + "   (wheel: zoom, drag: move, B: blink, 0: all)");
        this.stack = stack;
        int count = stack.getStackSize();
        int columns = (int) Math.ceil(Math.sqrt(count));
        int rows = (count + columns - 1) / columns;
        setLayout(new GridLayout(rows, columns, GAP, GAP));
        setBackground(Color.BLACK);
        Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
        double scale = Math.min(
                SHARE_OF_SCREEN * screen.width / columns / stack.getWidth(),
                SHARE_OF_SCREEN * screen.height / rows / stack.getHeight());
        scale = scale > 1 ? Math.floor(scale) : scale;
        Dimension size = new Dimension((int) (stack.getWidth() * scale), (int) (stack.getHeight() * scale));
        Image reference = picture(1);
        Controls controls = new Controls();
        for (int i = 1; i <= count; i++) {
            ComparePane pane = new ComparePane(picture(i), label(i), reference, label(1), view, size);
            pane.addMouseListener(controls);
            pane.addMouseMotionListener(controls);
            pane.addMouseWheelListener(controls);
            pane.addKeyListener(new Keys());
            panes.add(pane);
            add(pane);
        }
        addKeyListener(new Keys());
        pack();
    }

    private Image picture(int slice) {
        return stack.getStack().getProcessor(slice).createImage();
    }

    private String label(int slice) {
        return stack.getStack().getSliceLabel(slice);
    }

    @Override
    void open() {
        GUI.centerOnImageJScreen(this);
        super.open();
        EventQueue.invokeLater(this::fit);
    }

    private void fit() {
        view.fit(
                stack.getWidth(),
                stack.getHeight(),
                panes.get(0).getWidth(),
                panes.get(0).imageHeight());
        fitted = true;
        repaintAll();
    }

    private void repaintAll() {
        panes.forEach(ComparePane::repaint);
    }

    List<ComparePane> panes() {
        return panes;
    }

    CompareView view() {
        return view;
    }

    /** Whether everything has its place. */
    boolean isFitted() {
        return fitted;
    }

    private final class Controls extends MouseAdapter {

        private int x;
        private int y;

        @Override
        public void mousePressed(MouseEvent event) {
            x = event.getX();
            y = event.getY();
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            view.moveBy(event.getX() - x, event.getY() - y);
            mousePressed(event);
            mouseMoved(event);
        }

        @Override
        public void mouseMoved(MouseEvent event) {
            view.pointAt(event.getX(), event.getY());
            IJ.showStatus("x=" + view.cursorX() + ", y=" + view.cursorY());
            repaintAll();
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent event) {
            view.zoomBy(Math.pow(STEP, -event.getWheelRotation()), event.getX(), event.getY());
            mouseMoved(event);
        }
    }

    private final class Keys extends KeyAdapter {

        @Override
        public void keyTyped(KeyEvent event) {
            int middleX = panes.get(0).getWidth() / 2;
            int middleY = panes.get(0).imageHeight() / 2;
            switch (Character.toLowerCase(event.getKeyChar())) {
                case 'b' -> view.blink();
                case '+', '=' -> view.zoomBy(STEP, middleX, middleY);
                case '-' -> view.zoomBy(1 / STEP, middleX, middleY);
                case '0' -> fit();
                default -> {
                    return;
                }
            }
            repaintAll();
        }
    }
}
