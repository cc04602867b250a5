/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.image.ImageSource;

/** An image ID, the title of an open image, or a path. */
@Plugin(type = Converter.class, label = "AHIQ: text to image")
public final class TextToImageSource extends ImageSourceConverter<String> {

    @Override
    public Class<String> getInputType() {
        return String.class;
    }

    @Override
    ImageSource toImageSource(String name) {
        return NamedImages.find(name);
    }
}
