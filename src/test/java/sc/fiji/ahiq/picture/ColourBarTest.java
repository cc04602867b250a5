/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourBarTest {

    private static Overlay legend(int width, int height) {
        Overlay overlay = new Overlay();
        new ColourBar(width, height, -0.25, 1, "ms-ssim", MapColours.VIRIDIS).addTo(overlay);
        return overlay;
    }

    /** The pictures are kept to be looked at. */
    @ParameterizedTest
    @CsvSource({"204, 204", "224, 224", "512, 384", "300, 1000", "1024, 1024", "4096, 2048"})
    void coversAtMostSixPercentOfTheImage(int width, int height) throws Exception {
        ImagePlus image = new ImagePlus("", new ByteProcessor(width, height));
        image.setOverlay(legend(width, height));
        ImagePlus drawn = image.flatten();

        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        new FileSaver(drawn)
                .saveAsPng(folder.resolve("legend-" + width + "x" + height + ".png")
                        .toString());
        int[] pixels = (int[]) drawn.getProcessor().getPixels();
        long covered =
                Arrays.stream(pixels).filter(rgb -> (rgb & 0xffffff) != 0).count();
        assertThat(covered / (double) pixels.length).isBetween(0.001, 0.06);
    }

    @ParameterizedTest
    @CsvSource({"224, 224", "1024, 768"})
    void everythingLiesInItsBox(int width, int height) {
        Roi[] elements = legend(width, height).toArray();

        Rectangle box = elements[0].getBounds();
        assertThat(new Rectangle(width, height).contains(box)).isTrue();
        assertThat(elements).hasSize(6).allSatisfy(element -> assertThat(box.contains(element.getBounds()))
                .as(element + " in " + box)
                .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"40, 40", "200, 200", "3000, 40", "30, 3000"})
    void smallImagesStayWithout(int width, int height) {
        assertThat(legend(width, height).size()).isZero();
    }
}
