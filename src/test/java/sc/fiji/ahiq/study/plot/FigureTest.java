/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import sc.fiji.ahiq.base.error.ResultsException;

class FigureTest {

    private static final Figure FIGURE = figure("A & <b> \"c\" 'd'");

    @TempDir
    private Path folder;

    private static Figure figure(String title) {
        Drawing drawing = new Drawing();
        drawing.title(5, title, "subtitle");
        drawing.element("rect", "x", 10, "y", 60, "width", 20, "height", 20, "fill", "#ff0000");
        drawing.line(50, 60, 50, 80, 4);
        return drawing.figure(99.2, 100, title);
    }

    @Test
    void documentIsXmlWithTheTextAsItWas() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(FIGURE.document().getBytes(StandardCharsets.UTF_8)));

        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("A & <b> \"c\" 'd'");
        assertThat(document.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("A & <b> \"c\" 'd'");
        assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("100");
    }

    @Test
    void charactersThatXmlLacksBecomeBlanks() {
        assertThat(figure("a\0b\uffff").document()).contains("<title>a b </title>");
    }

    @Test
    void elementsOfAPageNameNoAddressAndTakeItsColour() {
        assertThat(FIGURE.element())
                .startsWith("<svg viewBox=\"0 0 100 100\"")
                .contains("currentColor")
                .doesNotContain("http")
                .doesNotContain("#000000");
    }

    @Test
    void imagesAreBlackOnWhite() {
        BufferedImage image = FIGURE.image(2);

        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(image.getHeight()).isEqualTo(200);
        assertThat(new Color(image.getRGB(0, 0))).isEqualTo(Color.WHITE);
        assertThat(new Color(image.getRGB(199, 199))).isEqualTo(Color.WHITE);
        assertThat(new Color(image.getRGB(40, 140))).isEqualTo(Color.RED);
        assertThat(new Color(image.getRGB(100, 140))).isEqualTo(Color.BLACK);
    }

    @Test
    void filesHoldTheDocumentAndTheImage() throws Exception {
        FIGURE.writeSvg(folder.resolve("f.svg"));
        FIGURE.writePng(folder.resolve("f.png"), 1);
        FIGURE.writePng(folder.resolve("g.png"), 1);

        assertThat(folder.resolve("f.svg")).hasContent(FIGURE.document());
        assertThat(ImageIO.read(folder.resolve("f.png").toFile()).getRGB(20, 70))
                .isEqualTo(Color.RED.getRGB());
        assertThat(folder.resolve("f.png")).hasSameBinaryContentAs(folder.resolve("g.png"));
    }

    @Test
    void aFileThatCannotBeWrittenIsRefused() throws Exception {
        Files.createDirectory(folder.resolve("taken.svg"));

        assertThatThrownBy(() -> FIGURE.writeSvg(folder.resolve("taken.svg")))
                .isInstanceOf(ResultsException.class)
                .hasMessageStartingWith("Cannot write the figure ")
                .hasMessageEndingWith("taken.svg: it is a folder. Mend that, or write elsewhere.");
        assertThatThrownBy(() -> FIGURE.writePng(folder.resolve("none/f.png"), 1))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("f.png: there is no folder ");
    }
}
