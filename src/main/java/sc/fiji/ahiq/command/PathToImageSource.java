/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.nio.file.Path;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.file.ImageFiles;

/** An image file. */
@Plugin(type = Converter.class, label = "AHIQ: path to image")
public final class PathToImageSource extends ImageSourceConverter<Path> {

    @Override
    public Class<Path> getInputType() {
        return Path.class;
    }

    @Override
    ImageSource toImageSource(Path file) {
        return ImageFiles.source(file);
    }
}
