/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.TiffEncoder;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import sc.fiji.ahiq.base.io.OutputFile;

/** Writes grey images without loss; an interrupted or failed writing leaves what was there before. */
public final class GreyFiles {

    private GreyFiles() {}

    /**
     * Creates or replaces a PNG file of 8 bits.
     *
     * @param pixels row-major, unsigned, {@code width * height} values
     * @throws sc.fiji.ahiq.base.error.ResultsException if the file cannot be written
     */
    public static void writePng(Path file, byte[] pixels, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        OutputFile.write(file, "image", out -> ImageIO.write(image, "png", out));
    }

    /**
     * Creates or replaces a TIFF file of 16 bits, which ImageJ shows from its smallest to its largest value.
     *
     * @param pixels row-major, unsigned, {@code width * height} values
     * @throws sc.fiji.ahiq.base.error.ResultsException if the file cannot be written
     */
    public static void writeTiff(Path file, short[] pixels, int width, int height) {
        FileInfo info = new ImagePlus("", new ShortProcessor(width, height, pixels, null)).getFileInfo();
        OutputFile.write(file, "image", out -> new TiffEncoder(info).write(out));
    }
}
