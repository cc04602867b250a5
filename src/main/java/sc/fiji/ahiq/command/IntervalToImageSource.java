/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import net.imglib2.RandomAccessibleInterval;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.image.ImageSource;

/**
 * An imglib2 image: a {@code Dataset} or {@code ImgPlus} with the axes that it names, or a bare one of the axes that
 * {@link ImageSource#of(String, RandomAccessibleInterval, String)} takes for granted; call that for others.
 */
@SuppressWarnings("rawtypes") // SciJava converts classes, which have no parameters
@Plugin(type = Converter.class, label = "AHIQ: imglib2 image or Dataset to image")
public final class IntervalToImageSource extends ImageSourceConverter<RandomAccessibleInterval> {

    @Override
    public Class<RandomAccessibleInterval> getInputType() {
        return RandomAccessibleInterval.class;
    }

    @Override
    ImageSource toImageSource(RandomAccessibleInterval pixels) {
        return ImageSource.of((RandomAccessibleInterval<?>) pixels);
    }
}
