/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/**
 * A page or a screen, 512 x 512 pixels in colour: text in several sizes, boxes and buttons, a diagram. Letters are
 * those of the fonts of the machine, so that the pixels may differ between machines.
 */
final class Page {

    private static final int SIZE = SampleField.SIZE;
    private static final String[] FONTS = {Font.SERIF, Font.SANS_SERIF, Font.MONOSPACED};

    private final Random random;
    private final boolean dark;
    private final Graphics2D pen;

    private Page(long seed, BufferedImage image) {
        random = new Random(seed);
        dark = random.nextInt(4) == 0;
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    /**
     * Red, green and blue, row by row.
     *
     * @param seed of all that is drawn
     */
    static List<byte[]> draw(long seed) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Page page = new Page(seed, image);
        page.draw();
        page.pen.dispose();
        List<byte[]> planes = List.of(new byte[SIZE * SIZE], new byte[SIZE * SIZE], new byte[SIZE * SIZE]);
        for (int i = 0; i < SIZE * SIZE; i++) {
            int colour = image.getRGB(i % SIZE, i / SIZE);
            for (int channel = 0; channel < 3; channel++) {
                planes.get(channel)[i] = (byte) (colour >> 16 - 8 * channel);
            }
        }
        return planes;
    }

    private void draw() {
        pen.setColor(paper());
        pen.fillRect(0, 0, SIZE, SIZE);
        int top = 12;
        while (top < SIZE) {
            int height = 50 + random.nextInt(130);
            switch (random.nextInt(4)) {
                case 0 -> diagram(top, height);
                case 1 -> boxes(top, height);
                default -> text(top, height);
            }
            top += height + 10;
        }
    }

    private Color paper() {
        int level = dark ? random.nextInt(60) : 255 - random.nextInt(30);
        return new Color(level, level, level);
    }

    private Color ink() {
        int level = dark ? 255 - random.nextInt(70) : random.nextInt(90);
        return random.nextInt(3) == 0 ? colour() : new Color(level, level, level);
    }

    private Color colour() {
        return Color.getHSBColor(
                random.nextFloat(), 0.4f + 0.6f * random.nextFloat(), 0.4f + 0.5f * random.nextFloat());
    }

    private void text(int top, int height) {
        int size = 8 + random.nextInt(random.nextInt(3) == 0 ? 26 : 10);
        pen.setFont(new Font(FONTS[random.nextInt(FONTS.length)], random.nextInt(3), size));
        pen.setColor(ink());
        for (int y = top + size; y < top + height; y += size + 3) {
            pen.drawString(line(), 14, y);
        }
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int word = 0; word < 18; word++) {
            for (int i = 1 + random.nextInt(9); i > 0; i--) {
                line.append((char) (random.nextInt(14) == 0 ? '0' + random.nextInt(10) : 'a' + random.nextInt(26)));
            }
            line.append(random.nextInt(9) == 0 ? ", " : " ");
        }
        return line.toString();
    }

    private void boxes(int top, int height) {
        for (int x = 14; x < SIZE; x += 40 + random.nextInt(90)) {
            pen.setColor(colour());
            Rectangle2D box = new Rectangle2D.Double(x, top, 30 + random.nextInt(60), height - 8.0);
            if (random.nextBoolean()) {
                pen.fill(box);
            } else {
                pen.setStroke(new BasicStroke(1 + random.nextInt(3)));
                pen.draw(box);
            }
            pen.setColor(ink());
            pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 10));
            pen.drawString(line().substring(0, 6), x + 4, top + height / 2);
        }
    }

    private void diagram(int top, int height) {
        pen.setColor(ink());
        pen.setStroke(new BasicStroke(1));
        pen.draw(new Line2D.Double(20, top, 20, top + height));
        pen.draw(new Line2D.Double(20, top + height, SIZE - 20, top + height));
        for (int curve = 0; curve < 3; curve++) {
            pen.setColor(colour());
            pen.setStroke(new BasicStroke(1 + random.nextInt(3)));
            Path2D path = new Path2D.Double();
            double level = random.nextDouble();
            path.moveTo(20, top + level * height);
            for (int x = 40; x < SIZE - 20; x += 16) {
                level = Math.max(0, Math.min(1, level + 0.2 * random.nextGaussian()));
                path.lineTo(x, top + level * height);
                if (curve == 0) {
                    pen.fill(new Ellipse2D.Double(x - 3, top + level * height - 3, 6, 6));
                }
            }
            pen.draw(path);
        }
    }
}
