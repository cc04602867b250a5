/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.SampleType;

/** Netpbm, JPEG 2000 and WebP. Files in the folder show the same picture, written by programs in other languages. */
class RasterFormatsTest {

    private static final Path SAMPLES = Path.of("src/test/resources/raster");

    @TempDir
    Path folder;

    private static ImagePlane open(String name) {
        return ImageFiles.open(SAMPLES.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.jp2", "l.webp"})
    void losslessFilesHaveTheSamplesOfTheRawOne(String name) {
        assertThat(ReadPixels.rgb(open(name))).isDeepEqualTo(ReadPixels.rgb(open("p6.ppm")));
    }

    @Test
    void transparentPixelsAreShownOnWhiteInBoth() {
        assertThat(ReadPixels.rgb(open("a.jp2"))).isDeepEqualTo(ReadPixels.rgb(open("a.webp")));
    }

    @ParameterizedTest
    @CsvSource({"g16.j2k, 1", "g12.jp2, 16", "p5_1023.pgm, 64"})
    void samplesAbove8BitsAreAsStored(String name, int step) {
        double[] reference = ReadPixels.channel(open("p6_16.ppm"), 0);
        ImagePlane image = open(name);

        assertThat(image.sampleType()).isEqualTo(SampleType.UINT16);
        double[] stored = ReadPixels.channel(image, 0);
        for (int i = 0; i < stored.length; i++) {
            assertThat(stored[i]).isEqualTo(Math.floor(reference[i] / step));
        }
    }

    @Test
    void plainAndRawNetpbmAgree() {
        assertThat(ReadPixels.channel(open("p1.pbm"), 0)).isEqualTo(ReadPixels.channel(open("p4.pbm"), 0));
        assertThat(ReadPixels.channel(open("p2.pgm"), 0)).isEqualTo(ReadPixels.channel(open("p6.ppm"), 0));
    }

    @Test
    void fewerThan256LevelsAreSpread() throws IOException {
        Path file = Files.writeString(folder.resolve("few.pgm"), "P2 # comment\n3 1 100\n0 50 100\n");

        assertThat(ReadPixels.channel(ImageFiles.open(file), 0)).containsExactly(0, 128, 255);
    }

    @Test
    void lossyWebpIsRefusedByName() {
        assertThatThrownBy(() -> open("y.webp"))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("lossy: decoders do not agree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.jp2", "g16.j2k", "l.webp", "p6.ppm", "p2.pgm", "p4.pbm"})
    void cutFilesAreErrors(String name) throws IOException {
        byte[] whole = Files.readAllBytes(SAMPLES.resolve(name));
        for (double kept : new double[] {0.1, 0.5, 0.9}) {
            Path cut = Files.write(folder.resolve(name), Arrays.copyOf(whole, (int) (whole.length * kept)));
            assertThatThrownBy(() -> ImageFiles.open(cut))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining(name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P5\n0 4\n255\n", "P5\n4 4\n70000\n", "P6\n4\n", "P5\n99999999999 1\n255\n", "P2 2 1 9 4 10"})
    void brokenHeadersAreErrors(String content) throws IOException {
        Path file = Files.write(folder.resolve("broken.pgm"), content.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ImageFiles.open(file)).isInstanceOf(ImageException.class);
    }

    /** A PNG that claims 60000 x 60000 pixels is refused at once. */
    @Test
    void decompressionBombsAreRefusedBeforeDecoding() throws IOException {
        byte[] png = Files.readAllBytes(Path.of("src/test/resources/images/scene1.png"));
        byte[] bomb = png.clone();
        byte[] size = {0, 0, (byte) 0xea, 0x60, 0, 0, (byte) 0xea, 0x60};
        System.arraycopy(size, 0, bomb, 16, size.length);
        Path file = Files.write(folder.resolve("bomb.png"), bomb);

        assertThatThrownBy(() -> ImageFiles.open(file))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected at most 400 megapixels, but " + file + " has 60000 x 60000 pixels. Crop it, save it"
                                + " as a tiled TIFF, of which only parts are decoded at a time, or raise the bound:"
                                + " AHIQ_JAVA_OPTS=-Dahiq.megapixels=1000.");
    }
}
