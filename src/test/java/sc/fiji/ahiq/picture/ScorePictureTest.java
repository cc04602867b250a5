/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Reference;

class ScorePictureTest {

    private static final int GREY_100 = 0xff646464;
    private static final int GREY_200 = 0xffc8c8c8;

    private static ImagePlane grey(int value, int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) value);
        return ImagePlane.grey("grey", ArrayImgs.unsignedBytes(pixels, width, height));
    }

    private static void add(ScorePicture picture, int width, int height) {
        Reference reference = Reference.of(grey(100, width, height), RangeRule.AUTO);
        picture.add(
                "grey.png",
                reference.scaled(),
                reference.distorted(grey(200, width, height)).scaled(),
                MetricResult.of(0.5, maps(width, height)));
    }

    /** A crop of 40 x 40 pixels at the top left, with four patches: bad and weightless but for the last one. */
    private static PatchMaps maps(int width, int height) {
        return PatchMaps.ofCrops(
                width, height, 40, 0, List.of(new Crop(0, 0)), new float[][] {{0, 0, 0, 1}}, new float[][] {{0, 0, 0, 1}
                });
    }

    private static long pixels(BufferedImage image, int rgb) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .filter(pixel -> pixel == rgb)
                .count();
    }

    @Test
    void eachPairHasFourPanels() {
        ScorePicture picture = new ScorePicture();
        add(picture, 40, 40);
        long one = pixels(picture.image(), GREY_200);
        add(picture, 40, 40);

        BufferedImage image = picture.image();

        assertThat(pixels(image, GREY_100)).as("reference").isEqualTo(2 * 1600);
        assertThat(pixels(image, GREY_200)).as("image, and where it counts").isEqualTo(2 * 2000);
        assertThat(one).isEqualTo(2000);
        assertThat(pixels(image, 0xff1e1e1e)).as("where it does not count").isEqualTo(2 * 1200);
        assertThat(pixels(image, 0xff000004)).as("score 0").isGreaterThanOrEqualTo(2 * 1200);
        assertThat(pixels(image, 0xfffcffa4)).as("score 1").isGreaterThanOrEqualTo(2 * 400);
        assertThat(image.getWidth()).as("panels side by side").isGreaterThan(4 * 40);
    }

    @Test
    void whereNoCropLiesTheImageShows() {
        ScorePicture picture = new ScorePicture();
        add(picture, 80, 40);

        assertThat(pixels(picture.image(), GREY_200)).isEqualTo(3200 + 1600 + 400 + 1600);
    }

    @Test
    void largeImagesAreShrunk() {
        ScorePicture picture = new ScorePicture();
        add(picture, 1024, 512);

        assertThat(picture.image().getWidth()).isEqualTo(4 * 256 + 3 * 6);
        assertThat(pixels(picture.image(), GREY_100)).isEqualTo(256 * 128);
    }

    @Test
    void panelsOfWideImagesStandOneUnderAnother() {
        ScorePicture picture = new ScorePicture();
        add(picture, 4000, 60);

        BufferedImage image = picture.image();

        assertThat(image.getWidth()).isEqualTo(1042);
        assertThat(image.getHeight()).isGreaterThan(4 * 24);
        assertThat(pixels(image, GREY_100)).isEqualTo(1042 * 24);
    }

    @Test
    void panelsOfTallImagesAreTall() {
        ScorePicture picture = new ScorePicture();
        add(picture, 60, 3000);

        assertThat(picture.image().getHeight()).isGreaterThan(1042);
        assertThat(pixels(picture.image(), GREY_100)).isEqualTo(24 * 1042);
    }

    @Test
    void nothingHasNoImage() {
        ScorePicture picture = new ScorePicture();

        assertThat(picture.isEmpty()).isTrue();
        assertThatThrownBy(picture::image).isInstanceOf(IllegalStateException.class);
    }
}
