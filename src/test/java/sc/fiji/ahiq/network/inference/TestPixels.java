/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.metric.Reference;

/** Parts of test images, as whole images that go on mirrored. */
final class TestPixels {

    private TestPixels() {}

    static PixelSource of(String name, int width, int height) {
        return of(read(name), width, height);
    }

    static PixelSource of(BufferedImage image, int width, int height) {
        byte[][] planes = new byte[3][width * height];
        for (int i = 0; i < width * height; i++) {
            int rgb = image.getRGB(i % width, i / width);
            for (int c = 0; c < 3; c++) {
                planes[c][i] = (byte) (rgb >> 16 - 8 * c);
            }
        }
        ImagePlane plane = ImagePlane.of(
                "test",
                List.of(
                        ArrayImgs.unsignedBytes(planes[0], width, height),
                        ArrayImgs.unsignedBytes(planes[1], width, height),
                        ArrayImgs.unsignedBytes(planes[2], width, height)));
        ScaledPlane scaled = Reference.of(plane, RangeRule.parse("auto")).scaled();
        return (left, top, columns, rows, target) -> scaled.readBox(left, top, columns, rows, target, 0);
    }

    static BufferedImage read(String name) {
        try (var in = TestPixels.class.getResourceAsStream("/images/" + name)) {
            return ImageIO.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
