/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.synthesis.sample.SampleField;

class JpegBlocksTest {

    private static final int SIZE = SampleField.SIZE;

    @ParameterizedTest
    @ValueSource(ints = {8, 25, 40})
    void givesThePixelsOfAJpegFileOfThatQuality(int quality) throws IOException {
        byte[] pixels = SampleField.simulate(1).reference().toBytes();
        Plane plane = Plane.zeros(SIZE, SIZE);
        for (int i = 0; i < pixels.length; i++) {
            plane.values()[i] = pixels[i] & 0xff;
        }

        Plane compressed = JpegBlocks.luminance(quality).compress(plane);

        byte[] expected = throughJpeg(pixels, quality / 100f);
        double difference = 0;
        double loss = 0;
        for (int i = 0; i < pixels.length; i++) {
            difference += Math.abs(compressed.values()[i] - (expected[i] & 0xff));
            loss += Math.abs((pixels[i] & 0xff) - (expected[i] & 0xff));
        }
        // The library calculates in integers: it rounds differently, also a coefficient halfway between two steps.
        assertThat(difference).isLessThan(0.06 * loss);
    }

    private static byte[] throughJpeg(byte[] pixels, float quality) throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, SIZE, SIZE, pixels);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        return (byte[]) read.getRaster().getDataElements(0, 0, SIZE, SIZE, null);
    }
}
