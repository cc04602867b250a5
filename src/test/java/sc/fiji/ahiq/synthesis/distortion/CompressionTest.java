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
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.metric.Comparing;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;

class CompressionTest {

    private static final Metrics METRICS = Metrics.ofClassPath();

    private static final PlanarImage PICTURE = Pictures.colour(0, 121, 94);

    @ParameterizedTest
    @CsvSource({"4", "24", "43", "60"})
    void jpegGivesThePixelsOfAColourFileOfThatQuality(int quality) throws IOException {
        PlanarImage file = throughFile(quality);

        PlanarImage compressed =
                PlanarImage.of(Distortion.rounded(JpegCompression.compressed(PICTURE.rgb(), quality, null)));

        // The library calculates in integers: it rounds differently, also a coefficient halfway between two steps.
        assertThat(psnr(file, compressed)).isGreaterThan(psnr(PICTURE, file) + 12);
    }

    private static PlanarImage throughFile(int quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality / 100f);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(), null, null), parameters);
        } finally {
            writer.dispose();
        }
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        List<Plane> planes = new ArrayList<>();
        for (int band = 0; band < 3; band++) {
            planes.add(new Plane(
                    read.getWidth(),
                    read.getHeight(),
                    read.getRaster().getSamples(0, 0, read.getWidth(), read.getHeight(), band, (double[]) null)));
        }
        return PlanarImage.of(planes);
    }

    private static BufferedImage image() {
        BufferedImage image = new BufferedImage(PICTURE.width(), PICTURE.height(), BufferedImage.TYPE_3BYTE_BGR);
        for (int band = 0; band < 3; band++) {
            image.getRaster()
                    .setSamples(
                            0,
                            0,
                            PICTURE.width(),
                            PICTURE.height(),
                            band,
                            PICTURE.rgb().get(band).values());
        }
        return image;
    }

    @Test
    void jpeg2000OfALowRatioIsAlmostTheImage() {
        PlanarImage compressed = PlanarImage.of(Jpeg2000Compression.compressed(PICTURE.rgb(), 3, null));

        assertThat(psnr(PICTURE, compressed)).isGreaterThan(40);
    }

    private static double psnr(PlanarImage reference, PlanarImage distorted) {
        return Comparing.score(METRICS.named("psnr"), reference, distorted);
    }
}
