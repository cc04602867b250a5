/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.io.OutputFile;

/** Writes RGB images without loss; an interrupted or failed writing leaves what was there before. */
public final class RgbFiles {

    private RgbFiles() {}

    /**
     * Creates or replaces a PNG file of 8 bits per channel.
     *
     * @param planes red, green and blue, each row-major, unsigned, {@code width * height} values
     * @throws ImageException if the file cannot be written
     */
    public static void writePng(Path file, List<byte[]> planes, int width, int height) {
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = planes.get(i % 3)[i / 3];
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        WritableRaster raster = image.getRaster();
        raster.setDataElements(0, 0, width, height, pixels);
        OutputFile.write(file, "image", out -> ImageIO.write(image, "png", out));
    }
}
