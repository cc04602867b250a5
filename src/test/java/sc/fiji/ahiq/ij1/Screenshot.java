/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures of the display, to be looked at. */
final class Screenshot {

    private Screenshot() {}

    /** Of all of it. */
    static void take(Path file) throws IOException, AWTException {
        new Robot().waitForIdle();
        take(file, new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }

    /** Of a window, into the folder of screenshots. */
    static void take(String name, Window window) throws IOException, AWTException {
        new Robot().waitForIdle(); // until then it may still move
        Toolkit.getDefaultToolkit().sync();
        take(
                Path.of("target/screenshots", name + ".png"),
                new Rectangle(window.getLocationOnScreen(), window.getSize()));
    }

    private static void take(Path file, Rectangle part) throws IOException, AWTException {
        Robot robot = new Robot();
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(robot.createScreenCapture(part), "png", file.toFile());
    }
}
