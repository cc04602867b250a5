/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.file.ImageFiles;

/** An image file. */
@Plugin(type = Converter.class, label = "AHIQ: file to image")
public final class FileToImageSource extends ImageSourceConverter<File> {

    @Override
    public Class<File> getInputType() {
        return File.class;
    }

    @Override
    ImageSource toImageSource(File file) {
        return ImageFiles.source(file.toPath());
    }
}
