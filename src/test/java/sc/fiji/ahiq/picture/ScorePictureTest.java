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
import sc.fiji.ahiq.metric.Reference;

class ScorePictureTest {

    private static final int WHITE = 0xffffffff;
    private static final int GREY_100 = 0xff646464;
    private static final int GREY_200 = 0xffc8c8c8;

    private static ImagePlane grey(int value, int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) value);
        return ImagePlane.grey("grey", ArrayImgs.unsignedBytes(pixels, width, height));
    }

    private static void add(ScorePicture picture, int width, int height) {
        Reference reference = Reference.of(grey(100, width, height), RangeRule.AUTO);
        PatchMaps maps = maps(width, height);
        picture.add(
                reference.scaled(),
                reference.distorted(grey(200, width, height)).scaled(),
                maps.scoreMap(),
                maps.weightMap());
    }

    /** A crop of 4 x 4 pixels at the top left, with four patches: bad and weightless but for the last one. */
    private static PatchMaps maps(int width, int height) {
        return new PatchMaps(
                width, height, 4, List.of(new Crop(0, 0)), new float[][] {{0, 0, 0, 1}}, new float[][] {{0, 0, 0, 1}});
    }

    @Test
    void eachPairIsARowOfFourPanels() {
        ScorePicture picture = new ScorePicture();
        add(picture, 4, 4);
        add(picture, 4, 4);

        BufferedImage image = picture.image();

        assertThat(image.getWidth()).isEqualTo(4 * 4 + 3 * 6);
        assertThat(image.getHeight()).isEqualTo(2 * 4 + 6);
        for (int top : new int[] {0, 10}) {
            assertThat(image.getRGB(0, top)).isEqualTo(GREY_100);
            assertThat(image.getRGB(10, top)).isEqualTo(GREY_200);
            assertThat(image.getRGB(20, top)).as("score 0").isEqualTo(0xff000000);
            assertThat(image.getRGB(23, top + 3)).as("score 1").isEqualTo(WHITE);
            assertThat(image.getRGB(30, top))
                    .as("200 under black of opacity 0.6")
                    .isEqualTo(0xff505050);
            assertThat(image.getRGB(6, top)).isEqualTo(WHITE);
        }
        assertThat(image.getRGB(0, 6)).isEqualTo(WHITE);
    }

    @Test
    void whereNoCropLiesTheImageShows() {
        ScorePicture picture = new ScorePicture();
        add(picture, 8, 4);

        BufferedImage image = picture.image();

        assertThat(image.getRGB(2 * 14 + 7, 0)).isEqualTo(GREY_200);
        assertThat(image.getRGB(3 * 14 + 7, 0)).isEqualTo(GREY_200);
    }

    @Test
    void largeImagesAreShrunk() {
        ScorePicture picture = new ScorePicture();
        add(picture, 1024, 512);

        assertThat(picture.image().getWidth()).isEqualTo(4 * 256 + 3 * 6);
        assertThat(picture.image().getHeight()).isEqualTo(128);
    }

    @Test
    void nothingHasNoImage() {
        ScorePicture picture = new ScorePicture();

        assertThat(picture.isEmpty()).isTrue();
        assertThatThrownBy(picture::image).isInstanceOf(IllegalStateException.class);
    }
}
