/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.display.ColorTable8;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ChannelColours;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.PixelSpacing;

class IntervalToImageSourceTest {

    private static ImageSource convert(RandomAccessibleInterval<?> pixels) {
        return new IntervalToImageSource().convert(pixels, ImageSource.class);
    }

    @Test
    void axesOfADatasetAreTakenFromItsLabels() {
        ImageSource image =
                convert(new LabelledImage(ArrayImgs.unsignedBytes(2, 5, 4, 3, 6), "Channel", "X", "Y", "Z", "Time"));

        assertThat(image.name()).isEqualTo("labelled");
        assertThat(new long[] {image.width(), image.height(), image.channels(), image.slices(), image.frames()})
                .containsExactly(5, 4, 2, 3, 6);
    }

    @Test
    void planesAreThoseOfTheirPosition() {
        Img<UnsignedByteType> pixels = ArrayImgs.unsignedBytes(2, 5, 4, 3, 6);
        pixels.getAt(1, 4, 3, 2, 5).set(77);

        ImageSource image = convert(new LabelledImage(pixels, "Channel", "X", "Y", "Z", "Time"));

        assertThat(image.channel(2, 3, 6).channels().get(0).getAt(4, 3).getRealDouble())
                .isEqualTo(77);
        assertThat(image.channel(1, 3, 6).channels().get(0).getAt(4, 3).getRealDouble())
                .isZero();
    }

    @Test
    void unknownAxisIsRefused() {
        assertThatThrownBy(() -> convert(new LabelledImage(ArrayImgs.unsignedBytes(5, 4, 3), "X", "Y", "Lifetime")))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected the axes X, Y, Channel, Z and Time, but labelled has the axis Lifetime. Choose one"
                                + " position along it first.");
    }

    @Test
    void threeEightBitPlanesWithoutAxesAreRgbAndOthersAreNot() {
        assertThat(convert(ArrayImgs.unsignedBytes(5, 4, 3)).channels()).isEqualTo(3);
        assertThatThrownBy(() -> convert(ArrayImgs.unsignedShorts(5, 4, 3)))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith("Expected axes for image, which has 3 dimensions");
        assertThatThrownBy(() -> convert(ArrayImgs.doubles(5, 4)))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("DoubleType");
    }

    @Test
    void axesAreGivenForABareImage() {
        assertThat(ImageSource.of("x", ArrayImgs.unsignedShorts(5, 4, 3), "XYT").frames())
                .isEqualTo(3);
        assertThatThrownBy(() -> ImageSource.of("x", ArrayImgs.unsignedShorts(5, 4, 3), "XXT"))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("found the axes 'XXT'");
    }

    @Test
    void scalesAreThoseOfTheAxes() {
        ImageSource image = convert(
                new LabelledImage(ArrayImgs.unsignedBytes(2, 5, 4, 3), "Channel", "X", "Y", "Z").scaled(0.25, 7, "mm"));

        assertThat(image.spacing()).contains(new PixelSpacing(0.25, 0.25, 0.25, 1, 7, 7, "mm", ""));
        assertThat(convert(ArrayImgs.unsignedBytes(5, 4)).spacing()).isEmpty();
    }

    @Test
    void channelsOfADatasetHaveItsColours() {
        Img<UnsignedByteType> pixels = ArrayImgs.unsignedBytes(1, 1, 2);
        pixels.getAt(0, 0, 0).set(100);
        pixels.getAt(0, 0, 1).set(128);
        byte[] ramp = new byte[256];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (byte) i;
        }
        ImageSource image = convert(new LabelledImage(pixels, "X", "Y", "Channel")
                .coloured(new ColorTable8(new byte[256], ramp, new byte[256]), 0, 200));

        ChannelColours colours = image.colours().orElseThrow();

        assertThat(colours.count()).isEqualTo(2);
        assertThat(colours.merge(image, 1, 1).channels())
                .extracting(channel -> channel.getAt(0, 0).getRealDouble())
                .as("the first by its table and contrast, the second by ImageJ's default")
                .containsExactly(0.0, 255.0, 0.0);
    }

    @Test
    void oneChannelHasNoColours() {
        assertThat(convert(new LabelledImage(ArrayImgs.unsignedBytes(5, 4), "X", "Y"))
                        .colours())
                .isEmpty();
    }
}
