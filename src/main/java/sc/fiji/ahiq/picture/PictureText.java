/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.Optional;

/** Lines of small text; nothing where Java has no fonts, as on some machines without a display. */
final class PictureText {

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final String CUT = "\u2026";

    private final Optional<FontMetrics> metrics = metrics();

    private static Optional<FontMetrics> metrics() {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return Optional.of(graphics.getFontMetrics(FONT));
        } catch (RuntimeException | Error e) { // Java's font system tells that it has no fonts in several ways
            return Optional.empty();
        } finally {
            graphics.dispose();
        }
    }

    /** Of a line; 0 without fonts. */
    int height() {
        return metrics.map(FontMetrics::getHeight).orElse(0);
    }

    /** Of the longest line; 0 without fonts. */
    int widest(Collection<String> lines) {
        return metrics.map(
                        font -> lines.stream().mapToInt(font::stringWidth).max().orElse(0))
                .orElse(0);
    }

    /** @param right where the line is cut at the latest */
    void draw(Graphics2D graphics, String line, int left, int top, int right) {
        metrics.ifPresent(font -> {
            String shown = line;
            while (shown.length() > CUT.length() && font.stringWidth(shown) > right - left) {
                shown = CUT + shown.substring(CUT.length() + 1);
            }
            graphics.setFont(FONT);
            graphics.setColor(Color.BLACK);
            graphics.drawString(shown, left, top + font.getAscent());
        });
    }
}
