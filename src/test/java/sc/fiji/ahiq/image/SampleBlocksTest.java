/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.list.ListImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.ahiq.base.error.ImageException;

/**
 * Whatever an image is made of, its crops, planes and ends are what reading one pixel after the other gives, to the
 * last bit.
 */
class SampleBlocksTest {

    private static final int ROUNDS = 60;

    private final Random random = new Random(5);

    /** Ways to hold an image; those that are read by blocks come first. */
    private enum Kind {
        BYTES,
        SHORTS,
        FLOATS,
        CELLS,
        PLANAR,
        REGION,
        SHIFTED,
        TURNED,
        ARGB,
        INDEXED,
        COLOUR,
        LIST,
        COMPUTED
    }

    private ImagePlane image(Kind kind, int width, int height) {
        return switch (kind) {
            case BYTES -> grey(filled(ArrayImgs.unsignedBytes(width, height)));
            case SHORTS -> grey(filled(ArrayImgs.unsignedShorts(width, height)));
            case FLOATS -> grey(filled(ArrayImgs.floats(width, height)));
            case CELLS -> grey(filled(new CellImgFactory<>(new UnsignedShortType(), 7, 5).create(width, height)));
            case PLANAR -> grey(filled(PlanarImgs.floats(width, height)));
            case REGION ->
                grey(filled(ArrayImgs.unsignedShorts(width + 3, height + 2))).crop(new Region(1, 2, width, height));
            case SHIFTED ->
                grey(Views.interval(
                        Views.translate(filled(ArrayImgs.unsignedBytes(width + 1, height + 4)), -5, 7),
                        Intervals.createMinSize(-4, 8, width, height)));
            case TURNED -> grey(Views.permute(filled(ArrayImgs.floats(height, width)), 0, 1));
            case ARGB ->
                ImagePlane.argb(
                        "image",
                        ArrayImgs.argbs(random.ints((long) width * height).toArray(), width, height));
            case INDEXED -> indexed(filled(ArrayImgs.unsignedBytes(width, height)));
            case COLOUR ->
                ImagePlane.of(
                        "image",
                        List.of(
                                filled(ArrayImgs.unsignedShorts(width, height)),
                                filled(ArrayImgs.unsignedShorts(width, height)),
                                filled(ArrayImgs.unsignedShorts(width, height))));
            case LIST -> grey(filled(new ListImg<>(new long[] {width, height}, new UnsignedShortType())));
            case COMPUTED ->
                grey(Converters.convert2(
                        filled(ArrayImgs.floats(width, height)), (in, out) -> out.set(in.get() * 3), FloatType::new));
        };
    }

    private static ImagePlane grey(RandomAccessibleInterval<? extends RealType<?>> pixels) {
        return ImagePlane.grey("image", pixels);
    }

    private ImagePlane indexed(Img<UnsignedByteType> indices) {
        byte[][] table = new byte[3][256];
        Arrays.stream(table).forEach(random::nextBytes);
        return ImagePlane.indexed("image", indices, table);
    }

    private <T extends RealType<T>> Img<T> filled(Img<T> img) {
        img.forEach(pixel -> pixel.setReal(random.nextInt(20) == 0 ? -0.0 : random.nextDouble() * 300));
        return img;
    }

    @ParameterizedTest
    @EnumSource
    void cropsHaveTheBitsOfTheirPixels(Kind kind) {
        for (int round = 0; round < ROUNDS; round++) {
            ImagePlane image = image(kind, 1 + random.nextInt(30), 1 + random.nextInt(30));
            IntensityRange range = range();
            int size = 1 + random.nextInt(20);
            long left = random.nextInt(70) - 35;
            long top = random.nextInt(70) - 35;
            float[] expected = new float[3 * size * size];
            float[] found = new float[expected.length + 2];

            PixelwiseCrops.readCrop(image, range, left, top, size, expected);
            new ScaledPlane(image, range).readCrop(left, top, size, found, 1);

            assertThat(bits(Arrays.copyOfRange(found, 1, expected.length + 1))).isEqualTo(bits(expected));
        }
    }

    private static int[] bits(float[] values) {
        return IntStream.range(0, values.length)
                .map(i -> Float.floatToRawIntBits(values[i]))
                .toArray();
    }

    private IntensityRange range() {
        double lo = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 200 - 100;
        return new IntensityRange(lo, lo + 1 + random.nextDouble() * 300, "test");
    }

    @ParameterizedTest
    @EnumSource
    void planesHaveTheBitsOfTheirPixels(Kind kind) {
        ImagePlane image = image(kind, 700, 530);
        IntensityRange range = range();

        double[][] planes = new ScaledPlane(image, range).readPlanes();

        assertThat(planes).hasNumberOfRows(image.channels().size());
        for (int c = 0; c < planes.length; c++) {
            double[] expected = new double[700 * 530];
            int next = 0;
            for (RealType<?> pixel : Views.flatIterable(image.channels().get(c))) {
                double clamped = Math.min(Math.max(pixel.getRealDouble(), range.lo()), range.hi());
                expected[next++] = Math.min((clamped - range.lo()) * (255 / (range.hi() - range.lo())), 255);
            }
            assertThat(planes[c]).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsAreThoseOfAllPixels(Kind kind) {
        ImagePlane image = image(kind, 600, 520);
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (RandomAccessibleInterval<? extends RealType<?>> channel : image.channels()) {
            for (RealType<?> pixel : Views.flatIterable(channel)) {
                ends[0] = Math.min(ends[0], pixel.getRealDouble());
                ends[1] = Math.max(ends[1], pixel.getRealDouble());
            }
        }
        assertThat(PixelScan.finiteMinMax(image)).isEqualTo(ends);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LIST"})
    <T extends NativeType<T>> void imagesInArraysAndTheirViewsAreReadByBlocks(Kind kind) {
        for (RandomAccessibleInterval<?> channel : image(kind, 20, 10).channels()) {
            RandomAccessibleInterval<T> pixels = Cast.unchecked(channel);
            assertThatCode(() -> PrimitiveBlocks.of(pixels, PrimitiveBlocks.OnFallback.FAIL))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aCropLooksAtTheCellsOfItsPixelsAndAtNoOther() {
        ComputedCells cells = new ComputedCells(1L << 20, 1L << 20, 0.1);
        ScaledPlane image = new ScaledPlane(grey(cells.image()), new IntensityRange(0, 65535, "test"));
        float[] target = new float[3 * 128 * 128];
        int opening = cells.computed().size(); // imglib2 asks the first cell for the type of pixels

        image.readCrop(ComputedCells.CELL * 1000 + 200, ComputedCells.CELL * 3000 + 64, 128, target, 0);

        assertThat(cells.computed().subList(0, opening)).containsOnly(0L);
        assertThat(cells.computed().subList(opening, cells.computed().size()))
                .containsExactly(3000L * 4096 + 1000, 3000L * 4096 + 1001);
        int value = cells.value(ComputedCells.CELL * 1000 + 203, ComputedCells.CELL * 3000 + 69);
        assertThat(target[5 * 128 + 3]).isEqualTo((float) (value / 65535.0));
    }

    @Test
    void aScanLooksAtNoCellMoreThanOnce() {
        ComputedCells cells = new ComputedCells(1500, 1100, 0.1);

        PixelScan.finiteMinMax(grey(cells.image()));

        List<Long> scanned =
                cells.computed().stream().dropWhile(cell -> cell == 0).toList();
        assertThat(scanned).hasSize(6 * 5 - 1).doesNotHaveDuplicates();
    }

    @Test
    void manyThreadsReadTheSameCrops() {
        ImagePlane image =
                ImagePlane.argb("image", ArrayImgs.argbs(random.ints(90_000).toArray(), 300, 300));
        ScaledPlane scaled = new ScaledPlane(image, new IntensityRange(0, 255, "test"));
        IntStream.range(0, 400).parallel().forEach(i -> {
            float[] expected = new float[3 * 64 * 64];
            float[] found = new float[expected.length];
            PixelwiseCrops.readCrop(image, scaled.range(), i % 260, i % 31, 64, expected);
            scaled.readCrop(i % 260, i % 31, 64, found, 0);
            assertThat(found).isEqualTo(expected);
        });
    }

    @Test
    void theFirstBadPixelIsFoundRowByRow() {
        Img<FloatType> pixels = ArrayImgs.floats(1300, 600);
        pixels.getAt(3, 40).set(Float.NaN);
        pixels.getAt(1200, 39).set(Float.NEGATIVE_INFINITY);
        pixels.getAt(1299, 39).set(Float.NaN);
        pixels.getAt(0, 550).set(Float.POSITIVE_INFINITY);
        assertThatThrownBy(() -> PixelScan.requireFinite(grey(pixels)))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith(
                        "Expected finite pixel values, but image has -Infinity at x=1200, y=39. Replace such pixels");
    }

    @Test
    void aPlaneThatNoArrayTakesIsRefused() {
        ImagePlane image = grey(new ComputedCells(100_000, 50_000, 0).image());
        ScaledPlane scaled = new ScaledPlane(image, new IntensityRange(0, 65535, "test"));
        assertThatThrownBy(scaled::readPlanes)
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected at most 2^31 - 1 pixels, for whole planes are held in memory, but image is"
                        + " 100000 x 50000. Choose a region of it, or score it by ahiq alone, which reads crops.");
    }
}
