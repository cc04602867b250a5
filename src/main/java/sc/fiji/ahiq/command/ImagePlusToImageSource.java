/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import ij.ImagePlus;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;

/** An image of ImageJ 1.x. */
@Plugin(type = Converter.class, label = "AHIQ: ImagePlus to image")
public final class ImagePlusToImageSource extends ImageSourceConverter<ImagePlus> {

    @Override
    public Class<ImagePlus> getInputType() {
        return ImagePlus.class;
    }

    @Override
    ImageSource toImageSource(ImagePlus image) {
        return new ImagePlusSource(image);
    }
}
