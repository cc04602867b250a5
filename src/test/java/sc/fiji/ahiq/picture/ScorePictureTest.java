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
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.inference.AhiqMetric;

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
                AhiqMetric.describe("ahiq", 1),
                MetricResult.of(0.5, maps(width, height)));
    }

    /** Of a metric whose map leaves out a border of two pixels, is 3 on the left half and -1 on the right one. */
    private static BufferedImage withoutPatches(Direction direction) {
        float[] values = new float[36 * 36];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 36 < 18 ? 3 : -1;
        }
        MetricDescription metric = new MetricDescription(
                "m", "M", "none", direction, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, 1, true);
        Reference reference = Reference.of(grey(100, 40, 40), RangeRule.AUTO);
        ScorePicture picture = new ScorePicture();
        picture.add(
                "grey.png",
                reference.scaled(),
                reference.distorted(grey(200, 40, 40)).scaled(),
                metric,
                MetricResult.of(0.5, List.of(QualityMap.of(QualityMap.Kind.QUALITY, 36, 36, () -> values))));
        return picture.image();
    }

    @Test
    void mapsOfOtherMetricsGoFromTheirWorstToTheirBestAndHaveNoPanelOfWeights() {
        BufferedImage lower = withoutPatches(Direction.LOWER_IS_BETTER);
        BufferedImage higher = withoutPatches(Direction.HIGHER_IS_BETTER);
        int top = IntStream.range(0, lower.getHeight())
                .filter(y -> lower.getRGB(0, y) == GREY_100)
                .findFirst()
                .orElseThrow();
        int left = IntStream.range(40, lower.getWidth())
                .filter(x -> lower.getRGB(x, top + 20) != 0xffffffff && lower.getRGB(x, top + 20) != GREY_200)
                .findFirst()
                .orElseThrow();

        assertThat(lower.getRGB(left + 5, top + 20)).isEqualTo(0xff000000 | MapColours.INFERNO.rgb(0));
        assertThat(lower.getRGB(left + 25, top + 20)).isEqualTo(0xff000000 | MapColours.INFERNO.rgb(1));
        assertThat(higher.getRGB(left + 5, top + 20)).isEqualTo(0xff000000 | MapColours.INFERNO.rgb(1));
        assertThat(higher.getRGB(left, top)).isEqualTo(GREY_200);
        ScorePicture withWeights = new ScorePicture();
        add(withWeights, 40, 40);
        assertThat(lower.getWidth()).isLessThan(withWeights.image().getWidth() - 40);
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
