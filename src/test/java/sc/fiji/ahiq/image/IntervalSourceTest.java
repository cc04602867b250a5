/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.LongBinaryOperator;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.ImageException;

/**
 * Any image of imglib2 is read where it is: views of any origin, cells, conversions and what is computed on the fly.
 */
class IntervalSourceTest {

    private static final int SIZE = 9;
    private static final IntensityRange UNITS = new IntensityRange(0, 65536, "test");

    /** @param value expected of the pixel (x, y) of a channel */
    private static void assertPixels(ImagePlane plane, int channel, LongBinaryOperator value) {
        float[] crop = new float[3 * SIZE * SIZE];
        new ScaledPlane(plane, UNITS).readCrop(1, 2, SIZE, crop, 0);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                float found = crop[channel * SIZE * SIZE + y * SIZE + x] * 65536;
                assertThat((long) found).isEqualTo(value.applyAsLong(x + 1, y + 2));
            }
        }
    }

    private static long code(long x, long y, long third, long fourth) {
        return x + 20 * y + 1000 * third + 10_000 * fourth;
    }

    @Test
    void aPartOfACellImageOfFiveDimensions() {
        Img<UnsignedShortType> cells = new CellImgFactory<>(new UnsignedShortType(), 5).create(17, 18, 3, 3, 4);
        var at = cells.localizingCursor();
        while (at.hasNext()) {
            at.fwd();
            long fourth = at.getLongPosition(2) == 2 ? at.getLongPosition(4) : 0;
            at.get().set((int) code(at.getLongPosition(0), at.getLongPosition(1), at.getLongPosition(3), fourth));
        }
        RandomAccessibleInterval<UnsignedShortType> part = Views.interval(
                Views.translate(cells, -7, 100, 0, 0, 1), Intervals.createMinSize(-5, 103, 1, 1, 2, 12, 13, 2, 2, 3));
        ImageSource source = ImageSource.of("part", part, "XYCZT");

        assertThat(new int[] {source.channels(), source.slices(), source.frames()})
                .containsExactly(2, 2, 3);
        assertThat(new long[] {source.width(), source.height()}).containsExactly(12, 13);
        assertPixels(source.channel(2, 2, 3), 0, (x, y) -> code(x + 2, y + 3, 2, 3));
    }

    @Test
    void rowsAndColumnsInTheOtherOrder() {
        Img<UnsignedShortType> pixels = ArrayImgs.unsignedShorts(4, 16, 15);
        var at = pixels.localizingCursor();
        while (at.hasNext()) {
            at.fwd();
            at.get().set((int) code(at.getLongPosition(2), at.getLongPosition(1), at.getLongPosition(0), 0));
        }
        assertPixels(ImageSource.of("zyx", pixels, "ZYX").plane(3, 1), 0, (x, y) -> code(x, y, 2, 0));
    }

    @Test
    void packedColoursInCells() {
        Img<ARGBType> cells = new CellImgFactory<>(new ARGBType(), 4).create(12, 12, 2);
        var at = cells.localizingCursor();
        while (at.hasNext()) {
            at.fwd();
            int x = at.getIntPosition(0);
            int y = at.getIntPosition(1);
            at.get().set(ARGBType.rgba(x, y, 100 * at.getIntPosition(2) + x, 7));
        }
        ImagePlane plane = ImageSource.of("argb", cells, "XYT").plane(1, 2);

        assertPixels(plane, 0, (x, y) -> x);
        assertPixels(plane, 1, (x, y) -> y);
        assertPixels(plane, 2, (x, y) -> 100 + x);
    }

    @Test
    void whatIsComputedOnTheFly() {
        long far = 3_000_000_000L;
        RandomAccessibleInterval<FloatType> computed = Views.interval(
                new FunctionRandomAccessible<>(
                        2,
                        (place, value) -> value.set(place.getLongPosition(0) - far + 20 * place.getLongPosition(1)),
                        FloatType::new),
                Intervals.createMinSize(far, 5, 40, 30));

        assertPixels(ImageSource.of(computed).plane(1, 1), 0, (x, y) -> x + 20 * (y + 5));
    }

    @Test
    void conversionsIntoAKnownType() {
        Img<DoubleType> doubles = ArrayImgs.doubles(12, 12);
        var at = doubles.localizingCursor();
        while (at.hasNext()) {
            at.fwd();
            at.get().set(at.getIntPosition(0) + 20 * at.getIntPosition(1));
        }
        RandomAccessibleInterval<FloatType> converted =
                Converters.convert(doubles, (in, out) -> out.setReal(2 * in.get()), new FloatType());
        assertPixels(ImageSource.of(converted).plane(1, 1), 0, (x, y) -> 2 * (x + 20 * y));

        RandomAccessibleInterval<ARGBType> packed = ArrayImgs.argbs(12, 12);
        Converters.argbChannel(packed, 2).forEach(green -> green.set(99));
        RandomAccessibleInterval<UnsignedByteType> writable = Converters.argbChannel(packed, 2);
        assertPixels(ImageSource.of(writable).plane(1, 1), 0, (x, y) -> 99);
    }

    @Test
    void sidesThatIntegersCannotCountAreRefused() {
        RandomAccessibleInterval<UnsignedShortType> wide =
                Views.interval(new ComputedCells(1L << 40, 3, 0).image(), new FinalInterval(1L << 31, 3));

        assertThatThrownBy(() -> ImageSource.of(wide))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected an image of at most 2^31 - 1 pixels along a side, but image is 2147483648 x 3."
                        + " Score parts of it.");
        assertThatThrownBy(() -> ImagePlane.grey("plane", wide)).isInstanceOf(ImageException.class);
    }

    @Test
    void aPictureThatNoArrayTakesIsRefused() {
        ImageSource huge = ImageSource.of("huge", new ComputedCells(50_000, 50_000, 0).image(), "XY");
        ChannelColours grey = new ChannelColours(List.of(new ChannelColours.Channel(new byte[3][256], 0, 255)));

        assertThatThrownBy(() -> grey.merge(huge, 1, 1))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected for channels=merge at most 2^31 - 1 pixels, but huge is 50000 x 50000."
                        + " Use channels=rgb or channels=each.");
    }
}
