/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Pictures of the display, to be looked at. */
final class Screenshot {

    private static final long LIMIT_SECONDS = 20;
    private static final Point PLACE = new Point(60, 40);

    private Screenshot() {}

    /** Of all of it. */
    static void take(Path file) throws IOException, AWTException {
        Robot robot = new Robot();
        robot.waitForIdle();
        write(
                robot.createScreenCapture(
                        new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())),
                file);
    }

    /** Of a window, put in front of all others, once it is painted; into the folder of screenshots. */
    static void take(String name, Window window) throws IOException, AWTException {
        Robot robot = new Robot();
        robot.waitForIdle(); // until then it may still move
        window.setLocation(PLACE);
        window.toFront();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        BufferedImage before;
        BufferedImage picture = capture(robot, window);
        do {
            assertThat(System.nanoTime()).as("painted in time: " + name).isLessThan(end);
            before = picture;
            picture = capture(robot, window);
        } while (colours(picture) < 2 || !Arrays.equals(pixels(before), pixels(picture)));
        write(picture, Path.of("target/screenshots", name + ".png"));
    }

    /** The screen shows a new window some time after its first painting, which is lost then. */
    private static BufferedImage capture(Robot robot, Window window) {
        repaint(window);
        robot.waitForIdle();
        Toolkit.getDefaultToolkit().sync();
        return robot.createScreenCapture(new Rectangle(PLACE, window.getSize()));
    }

    private static void repaint(Container container) {
        for (Component part : container.getComponents()) {
            part.repaint();
            if (part instanceof Container inner) {
                repaint(inner);
            }
        }
    }

    private static long colours(BufferedImage picture) {
        return Arrays.stream(pixels(picture)).distinct().count();
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(picture, "png", file.toFile());
    }
}
