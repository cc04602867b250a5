/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import ij.ImageJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.TiffEncoder;
import ij.process.FloatProcessor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.AtomicFile;
import sc.fiji.ahiq.base.io.IoReason;

/** Writes maps as 32-bit TIFF files that ImageJ opens. */
public final class MapFiles {

    private MapFiles() {}

    /**
     * Creates or replaces a file; an interrupted or failed writing leaves what was there before.
     *
     * @param title of the image
     * @param pixels row-major, {@code width * height} values; NaN where there is none
     * @throws ResultsException if the file cannot be written
     */
    public static void write(Path file, String title, float[] pixels, int width, int height) {
        FloatProcessor processor = new FloatProcessor(width, height, pixels);
        processor.resetMinAndMax();
        FileInfo info = new ImagePlus(title, processor).getFileInfo();
        info.description =
                "ImageJ=" + ImageJ.VERSION + "\nmin=" + processor.getMin() + "\nmax=" + processor.getMax() + "\n";
        try {
            AtomicFile.write(file, channel -> {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                new TiffEncoder(info).write(out);
                out.flush();
            });
        } catch (IOException e) {
            throw new ResultsException("Cannot write the map " + file + ": " + IoReason.of(e), e);
        }
    }
}
