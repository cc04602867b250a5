/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.imglib2.AbstractWrappedInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.Test;
import org.scijava.Named;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImageSource;

class IntervalToImageSourceTest {

    private static ImageSource convert(RandomAccessibleInterval<?> pixels) {
        return new IntervalToImageSource().convert(pixels, ImageSource.class);
    }

    @Test
    void axesOfADatasetAreTakenFromItsLabels() {
        ImageSource image =
                convert(new Labelled(ArrayImgs.unsignedBytes(2, 5, 4, 3, 6), "Channel", "X", "Y", "Z", "Time"));

        assertThat(image.name()).isEqualTo("labelled");
        assertThat(new long[] {image.width(), image.height(), image.channels(), image.slices(), image.frames()})
                .containsExactly(5, 4, 2, 3, 6);
    }

    @Test
    void planesAreThoseOfTheirPosition() {
        Img<UnsignedByteType> pixels = ArrayImgs.unsignedBytes(2, 5, 4, 3, 6);
        pixels.getAt(1, 4, 3, 2, 5).set(77);

        ImageSource image = convert(new Labelled(pixels, "Channel", "X", "Y", "Z", "Time"));

        assertThat(image.channel(2, 3, 6).channels().get(0).getAt(4, 3).getRealDouble())
                .isEqualTo(77);
        assertThat(image.channel(1, 3, 6).channels().get(0).getAt(4, 3).getRealDouble())
                .isZero();
    }

    @Test
    void unknownAxisIsRefused() {
        assertThatThrownBy(() -> convert(new Labelled(ArrayImgs.unsignedBytes(5, 4, 3), "X", "Y", "Lifetime")))
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

    /** Has the methods by which ImageJ2's Dataset tells its axes. */
    public static final class Labelled extends AbstractWrappedInterval<Img<UnsignedByteType>>
            implements RandomAccessibleInterval<UnsignedByteType>, Named {

        private final String[] labels;

        Labelled(Img<UnsignedByteType> pixels, String... labels) {
            super(pixels);
            this.labels = labels;
        }

        @Override
        public RandomAccess<UnsignedByteType> randomAccess() {
            return sourceInterval.randomAccess();
        }

        @Override
        public RandomAccess<UnsignedByteType> randomAccess(Interval interval) {
            return sourceInterval.randomAccess(interval);
        }

        @Override
        public UnsignedByteType getType() {
            return sourceInterval.getType();
        }

        public Axis axis(int dimension) {
            return new Axis(labels[dimension]);
        }

        @Override
        public String getName() {
            return "labelled";
        }

        @Override
        public void setName(String name) {
            throw new UnsupportedOperationException();
        }
    }

    /** An axis whose type is itself. */
    public static final class Axis {

        private final String label;

        Axis(String label) {
            this.label = label;
        }

        public Axis type() {
            return this;
        }

        public String getLabel() {
            return label;
        }
    }
}
