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
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.AtomicFile;
import sc.fiji.ahiq.base.io.IoReason;

/** Writes grey images without loss; an interrupted or failed writing leaves what was there before. */
public final class GreyFiles {

    private static final int BUFFER_BYTES = 1 << 16;

    private GreyFiles() {}

    /**
     * Creates or replaces a PNG file of 8 bits.
     *
     * @param pixels row-major, unsigned, {@code width * height} values
     * @throws ResultsException if the file cannot be written
     */
    public static void writePng(Path file, byte[] pixels, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        write(file, out -> ImageIO.write(image, "png", out));
    }

    /**
     * Creates or replaces a TIFF file of 16 bits, which ImageJ shows from its smallest to its largest value.
     *
     * @param pixels row-major, unsigned, {@code width * height} values
     * @throws ResultsException if the file cannot be written
     */
    public static void writeTiff(Path file, short[] pixels, int width, int height) {
        FileInfo info = new ImagePlus("", new ShortProcessor(width, height, pixels, null)).getFileInfo();
        write(file, out -> new TiffEncoder(info).write(out));
    }

    /** Writes the content of a file. */
    interface Body {

        void writeTo(OutputStream out) throws IOException;
    }

    static void write(Path file, Body body) {
        try {
            AtomicFile.write(file, channel -> {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
                body.writeTo(out);
                out.flush();
            });
        } catch (IOException e) {
            throw new ResultsException("Cannot write the image " + file + ": " + IoReason.of(e), e);
        }
    }
}
