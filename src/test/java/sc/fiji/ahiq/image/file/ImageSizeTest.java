/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSizeTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 21;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif", "tif"})
    void theHeaderTellsThePixels(String format) throws IOException {
        Path file = folder.resolve("image." + format);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();

        assertThat(ImageSize.pixels(file)).isEqualTo(WIDTH * HEIGHT);
    }

    @Test
    void onlyTheHeaderOfAPngIsRead() throws IOException {
        Path file = folder.resolve("image.png");
        GreyFiles.writePng(file, new byte[WIDTH * HEIGHT], WIDTH, HEIGHT);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));

        assertThat(ImageSize.pixels(file)).isEqualTo(WIDTH * HEIGHT);
    }

    @Test
    void whereNoHeaderIsReadTheBytesCount() throws IOException {
        Path file = Files.writeString(folder.resolve("image.pgm"), "P2 2 1 255 7 8");

        assertThat(ImageSize.pixels(file)).isEqualTo(14);
    }

    @Test
    void whatCannotBeReadHasNone() throws IOException {
        Path torn =
                Files.write(folder.resolve("torn.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'});

        assertThat(ImageSize.pixels(folder.resolve("missing.png"))).isZero();
        assertThat(ImageSize.pixels(folder)).isZero();
        assertThat(ImageSize.pixels(torn)).isZero();
    }
}
