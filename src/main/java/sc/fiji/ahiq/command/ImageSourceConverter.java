/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import org.scijava.convert.AbstractConverter;
import sc.fiji.ahiq.image.ImageSource;

/**
 * Makes an {@link ImageSource} of something. Throws {@link sc.fiji.ahiq.base.error.ImageException} for what cannot be
 * an image; an exception says more than SciJava's message that nothing could be converted.
 */
abstract class ImageSourceConverter<I> extends AbstractConverter<I, ImageSource> {

    abstract ImageSource toImageSource(I input);

    @Override
    public final Class<ImageSource> getOutputType() {
        return ImageSource.class;
    }

    @Override
    public final <T> T convert(Object input, Class<T> type) {
        return type.cast(toImageSource(getInputType().cast(input)));
    }
}
