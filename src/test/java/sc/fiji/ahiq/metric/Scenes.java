/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Window;

/** Test images and what can happen to them. */
public final class Scenes {

    private static final Path FOLDER = Path.of("src/test/resources/images");

    private Scenes() {}

    public static PlanarImage read(String file) {
        ImagePlane image = ImageFiles.open(FOLDER.resolve(file));
        return Reference.of(image, RangeRule.AUTO).planar();
    }

    public static PlanarImage constant(int width, int height, double value) {
        return PlanarImage.grey(Plane.zeros(width, height).map(zero -> value));
    }

    public static PlanarImage greyOf(PlanarImage image) {
        return PlanarImage.grey(image.grey());
    }

    public static PlanarImage crop(PlanarImage image, int width, int height) {
        return each(image, plane -> plane.crop(0, 0, width, height));
    }

    public static PlanarImage noisy(PlanarImage image, double sigma) {
        Random random = new Random(5);
        return each(image, plane -> {
            double[] values = plane.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = eightBit(values[i] + sigma * random.nextGaussian());
            }
            return new Plane(plane.width(), plane.height(), values);
        });
    }

    public static PlanarImage blurred(PlanarImage image, double sigma) {
        double[] window = Window.gaussian(2 * (int) Math.ceil(3 * sigma) + 1, sigma);
        return each(image, plane -> LinearFilter.same(plane, window, Border.SYMMETRIC)
                .map(Scenes::eightBit));
    }

    public static PlanarImage jpeg(PlanarImage image, float quality) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int rgb = 0;
                for (Plane plane : image.rgb()) {
                    rgb = rgb << 8 | (int) plane.at(x, y);
                }
                picture.setRGB(x, y, rgb);
            }
        }
        BufferedImage decoded = compressed(picture, quality);
        List<Plane> planes = new ArrayList<>();
        for (int shift = 16; shift >= 0; shift -= 8) {
            Plane plane = Plane.zeros(image.width(), image.height());
            for (int i = 0; i < plane.area(); i++) {
                plane.values()[i] = decoded.getRGB(i % plane.width(), i / plane.width()) >> shift & 255;
            }
            planes.add(plane);
        }
        return PlanarImage.of(planes);
    }

    private static BufferedImage compressed(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(ImageIO.createImageOutputStream(bytes));
            writer.write(null, new IIOImage(picture, null, null), settings);
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    private static double eightBit(double value) {
        return Math.rint(Math.min(Math.max(value, 0), 255));
    }

    public static PlanarImage each(PlanarImage image, UnaryOperator<Plane> change) {
        List<Plane> planes = image.isColour() ? image.rgb() : List.of(image.grey());
        return PlanarImage.of(planes.stream().map(change).toList());
    }
}
