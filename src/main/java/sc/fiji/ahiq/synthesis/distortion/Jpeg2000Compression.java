/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * An image after JPEG 2000 compression (irreversible 9/7 wavelet) and decompression, by the JJ2000 codec, which is
 * written in Java. The codec's classes are made directly: ImageIO's registry does not see the jars of an ImageJ plugin.
 */
final class Jpeg2000Compression {

    private static final int MAX_WAVELET_LEVELS = 5;

    /** What the codestream takes besides compressed samples, so that the ratio means the same in small images. */
    private static final int HEADER_BYTES = 160;

    private Jpeg2000Compression() {}

    /** @param ratio of the bytes of the samples to those of the codestream without its header */
    static List<Plane> compressed(List<Plane> planes, double ratio, Random random) {
        try {
            return decoded(encoded(image(planes), planes.size(), ratio));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // in memory nothing can fail
        }
    }

    private static BufferedImage image(List<Plane> planes) {
        int width = planes.get(0).width();
        int height = planes.get(0).height();
        BufferedImage image = new BufferedImage(
                width, height, planes.size() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        WritableRaster raster = image.getRaster();
        for (int band = 0; band < planes.size(); band++) {
            raster.setSamples(0, 0, width, height, band, planes.get(band).values());
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, int planes, double ratio) throws IOException {
        J2KImageWriter writer = new J2KImageWriter(new J2KImageWriterSpi());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters(image, planes, ratio));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static J2KImageWriteParam parameters(BufferedImage image, int planes, double ratio) {
        int shorter = Math.min(image.getWidth(), image.getHeight());
        int halvings = 31 - Integer.numberOfLeadingZeros(shorter);
        double headerBits = 8.0 * HEADER_BYTES / image.getWidth() / image.getHeight();
        J2KImageWriteParam parameters = new J2KImageWriteParam();
        parameters.setLossless(false);
        parameters.setFilter(J2KImageWriteParam.FILTER_97);
        parameters.setComponentTransformation(planes > 1);
        parameters.setNumDecompositionLevels(Math.min(MAX_WAVELET_LEVELS, halvings - 2));
        parameters.setEncodingRate(8 * planes / ratio + headerBits);
        parameters.setWriteCodeStreamOnly(true);
        return parameters;
    }

    private static List<Plane> decoded(byte[] bytes) throws IOException {
        J2KImageReader reader = new J2KImageReader(new J2KImageReaderSpi());
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in);
            Raster raster = reader.read(0).getRaster();
            List<Plane> planes = new ArrayList<>();
            for (int band = 0; band < raster.getNumBands(); band++) {
                double[] values = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), band, (double[]) null);
                planes.add(new Plane(raster.getWidth(), raster.getHeight(), values));
            }
            return planes;
        } finally {
            reader.dispose();
        }
    }
}
