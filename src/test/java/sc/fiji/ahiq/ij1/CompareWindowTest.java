/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareWindowTest {

    private CompareWindow window;

    @BeforeEach
    void open() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
        ImageProcessor good =
                IJ.openImage("src/test/resources/images/scene1.png").getProcessor();
        ImageStack stack = new ImageStack(good.getWidth(), good.getHeight());
        stack.addSlice("reference: scene1.png", good);
        stack.addSlice(
                "scene1_blur.png: ahiq 0.3127",
                IJ.openImage("src/test/resources/images/scene1_blur.png").getProcessor());
        ImageProcessor noisy = good.duplicate();
        noisy.noise(30);
        stack.addSlice("noisy.png: ahiq 0.4410", noisy);
        EventQueue.invokeAndWait(() -> {
            window = new CompareWindow(new ImagePlus("AHIQ comparison with scene1.png", stack));
            window.open();
        });
        EventQueue.invokeAndWait(() -> {}); // the window has its size, and what was put off until then
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.dispose();
        }
    }

    private void mouse(int pane, int kind, int x, int y) throws Exception {
        ComparePane target = window.panes().get(pane);
        EventQueue.invokeAndWait(() -> target.dispatchEvent(
                new MouseEvent(target, kind, System.currentTimeMillis(), 0, x, y, 1, false, MouseEvent.BUTTON1)));
    }

    private void type(char key) throws Exception {
        ComparePane target = window.panes().get(0);
        EventQueue.invokeAndWait(() -> target.dispatchEvent(
                new KeyEvent(target, KeyEvent.KEY_TYPED, System.currentTimeMillis(), 0, KeyEvent.VK_UNDEFINED, key)));
    }

    @Test
    void allImagesAreSeenWholeWithTheirScores() throws Exception {
        assertThat(window.isFitted()).isTrue();
        assertThat(window.panes())
                .extracting(ComparePane::shownLabel)
                .containsExactly("reference: scene1.png", "scene1_blur.png: ahiq 0.3127", "noisy.png: ahiq 0.4410");
        assertThat(window.view().zoom()).isEqualTo(window.panes().get(0).imageHeight() / 224.0);
        Screenshot.take("compare", window);
    }

    @Test
    void theBlinkKeyShowsTheReferenceEverywhereAndTheImagesAgain() throws Exception {
        type('b');
        assertThat(window.panes()).extracting(ComparePane::shownLabel).containsOnly("reference: scene1.png");

        type('B');
        assertThat(window.panes().get(2).shownLabel()).startsWith("noisy.png");
    }

    @Test
    void theWheelEnlargesAllAtThePixelUnderTheMouseWhichAllShow() throws Exception {
        mouse(1, MouseEvent.MOUSE_MOVED, 100, 60);
        int x = window.view().cursorX();
        int y = window.view().cursorY();
        double zoom = window.view().zoom();
        ComparePane pane = window.panes().get(1);
        EventQueue.invokeAndWait(() -> pane.dispatchEvent(new MouseWheelEvent(
                pane,
                MouseEvent.MOUSE_WHEEL,
                System.currentTimeMillis(),
                0,
                100,
                60,
                0,
                false,
                MouseWheelEvent.WHEEL_UNIT_SCROLL,
                1,
                -3)));

        assertThat(window.view().zoom()).isEqualTo(zoom * Math.pow(1.25, 3));
        assertThat(window.view().cursorX()).isEqualTo(x);
        assertThat(window.view().cursorY()).isEqualTo(y);
        Screenshot.take("compare-zoomed", window);

        type('0');
        assertThat(window.view().zoom()).isEqualTo(zoom);
    }

    @Test
    void draggingMovesAll() throws Exception {
        double left = window.view().left();
        mouse(0, MouseEvent.MOUSE_PRESSED, 50, 50);
        mouse(0, MouseEvent.MOUSE_DRAGGED, 80, 50);

        assertThat(window.view().left()).isEqualTo(left - 30 / window.view().zoom());
    }
}
