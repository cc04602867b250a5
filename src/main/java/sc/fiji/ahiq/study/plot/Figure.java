/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.plot;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import sc.fiji.ahiq.base.io.OutputFile;

/**
 * A drawing. Immutable and thread safe. Its SVG is the same for the same data everywhere; its pixels depend on the
 * fonts of the machine.
 */
public final class Figure {

    private static final String FONT =
            "font-family=\"SansSerif, sans-serif\" font-size=\"" + Drawing.number(Drawing.FONT_SIZE) + "\"";

    private final int width;
    private final int height;
    private final String title;
    private final String content;

    Figure(int width, int height, String title, String content) {
        this.width = width;
        this.height = height;
        this.title = title;
        this.content = content;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** What it shows, in words. */
    public String title() {
        return title;
    }

    /** A document of its own: black on white. */
    public String document() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width
                + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height + "\" color=\"#000000\" " + FONT
                + ">\n<title>" + Drawing.escaped(title) + "</title>\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + content + "</svg>\n";
    }

    /**
     * An element for a page of HTML: in the colour of the page's text, without a background, as wide as there is room.
     */
    public String element() {
        return "<svg viewBox=\"0 0 " + width + " " + height + "\" style=\"max-width:" + width + "px\" role=\"img\" "
                + FONT + ">\n<title>" + Drawing.escaped(title) + "</title>\n" + content + "</svg>\n";
    }

    /**
     * Black on white.
     *
     * @param scale pixels of the image for each pixel of the drawing, greater than 0
     */
    public BufferedImage image(double scale) {
        int columns = (int) Math.ceil(width * scale);
        int rows = (int) Math.ceil(height * scale);
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, columns, rows);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            parsed().render((Component) null, graphics, new ViewBox(columns, rows));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private SVGDocument parsed() {
        InputStream document = new ByteArrayInputStream(document().getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(
                new SVGLoader().load(document, null, LoaderContext.createDefault()), "a document that JSVG reads");
    }

    /**
     * @throws sc.fiji.ahiq.base.error.ResultsException if the file cannot be written; what was there before is then
     *     unchanged
     */
    public void writeSvg(Path file) {
        OutputFile.writeText(file, "figure", document());
    }

    /**
     * @throws sc.fiji.ahiq.base.error.ResultsException if the file cannot be written; what was there before is then
     *     unchanged
     */
    public void writePng(Path file, double scale) {
        BufferedImage image = image(scale);
        OutputFile.write(file, "figure", out -> ImageIO.write(image, "png", out));
    }
}
