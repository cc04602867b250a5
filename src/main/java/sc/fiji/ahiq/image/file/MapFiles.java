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
import java.nio.file.Path;
import sc.fiji.ahiq.base.io.OutputFile;

/** Writes maps as 32-bit TIFF files that ImageJ opens. */
public final class MapFiles {

    private MapFiles() {}

    /**
     * Creates or replaces a file; an interrupted or failed writing leaves what was there before.
     *
     * @param title of the image
     * @param pixels row-major, {@code width * height} values; NaN where there is none
     * @throws sc.fiji.ahiq.base.error.ResultsException if the file cannot be written
     */
    public static void write(Path file, String title, float[] pixels, int width, int height) {
        FloatProcessor processor = new FloatProcessor(width, height, pixels);
        processor.resetMinAndMax();
        FileInfo info = new ImagePlus(title, processor).getFileInfo();
        info.description =
                "ImageJ=" + ImageJ.VERSION + "\nmin=" + processor.getMin() + "\nmax=" + processor.getMax() + "\n";
        OutputFile.write(file, "map", out -> new TiffEncoder(info).write(out));
    }
}
