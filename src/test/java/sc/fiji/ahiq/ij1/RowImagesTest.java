/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.process.ByteProcessor;
import ij.text.TextWindow;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.command.Operation;

/** What a table row and the mouse over a map show, with windows. */
class RowImagesTest {

    private static final int SIZE = 64;

    @BeforeEach
    void requireDisplay() {
        assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
    }

    @AfterEach
    void closeAll() {
        for (Frame frame : Frame.getFrames()) {
            frame.dispose();
        }
        WindowManager.closeAllWindows();
    }

    private static ImagePlus stack(String title, int seed) {
        ImageStack stack = new ImageStack(SIZE, SIZE);
        Random random = new Random(seed);
        for (int slice = 0; slice < 3; slice++) {
            byte[] pixels = new byte[SIZE * SIZE];
            random.nextBytes(pixels);
            stack.addSlice(new ByteProcessor(SIZE, SIZE, pixels));
        }
        ImagePlus image = new ImagePlus(title, stack);
        image.show();
        return image;
    }

    @Test
    void aClickOnARowShowsItsSliceInImagesAndMaps() throws Exception {
        ImagePlus reference = stack("r", 1);
        ImagePlus distorted = stack("d", 2);

        OperationRun.run(
                Operation.labelled("AHIQ Score Stack..."),
                Map.of("reference", "r", "distorted", "d", "metrics", "ssim", "maps", "true"));
        ImagePlus map = WindowManager.getImage("ssim of d");
        map.setSlice(1);
        TextWindow table = (TextWindow) WindowManager.getFrame(ScoreTable.TITLE);
        click(table, table.getTextPanel().getLineCount() - 1);

        assertThat(distorted.getSlice()).isEqualTo(3);
        assertThat(reference.getSlice()).isEqualTo(3);
        assertThat(map.getSlice()).isEqualTo(3);
        assertThat(WindowManager.getCurrentImage()).isEqualTo(distorted);
        assertThat(WindowManager.getFrame(PatchWindow.TITLE).isVisible()).isTrue();
        Component canvas = map.getCanvas();
        EventQueue.invokeAndWait(() -> canvas.dispatchEvent(
                new MouseEvent(canvas, MouseEvent.MOUSE_MOVED, System.currentTimeMillis(), 0, 20, 30, 0, false)));
        Screenshot.take("look-closer", WindowManager.getFrame(PatchWindow.TITLE));
        Screenshot.take("map", map.getWindow());
        assertThat(map.getWindow().getComponents()).hasSizeGreaterThan(1).allSatisfy(part -> assertThat(
                        new Rectangle(map.getWindow().getSize()).contains(part.getBounds()))
                .as("all of " + part)
                .isTrue());
        Screenshot.take("table", table);
        reference.changes = false;
        distorted.changes = false;
    }

    private static void click(TextWindow table, int row) throws Exception {
        Component rows = table.getTextPanel().getComponent(0);
        EventQueue.invokeAndWait(() -> {
            table.getTextPanel().setSelection(row, row);
            rows.dispatchEvent(new MouseEvent(
                    rows,
                    MouseEvent.MOUSE_RELEASED,
                    System.currentTimeMillis(),
                    0,
                    5,
                    5,
                    1,
                    false,
                    MouseEvent.BUTTON1));
        });
    }

    @Test
    void titlesOfASecondRunDifferAndOneWindowLooksCloser() {
        stack("r", 1);
        stack("d", 2);
        Map<String, String> values = Map.of("reference", "r", "distorted", "d", "metrics", "ssim", "maps", "true");

        OperationRun.run(Operation.labelled("AHIQ Score Stack..."), values);
        OperationRun.run(Operation.labelled("AHIQ Score Stack..."), values);

        assertThat(WindowManager.getImageTitles()).contains("ssim of d", "ssim of d-1");
        assertThat(WindowManager.getNonImageTitles()).containsOnlyOnce(PatchWindow.TITLE);
    }
}
