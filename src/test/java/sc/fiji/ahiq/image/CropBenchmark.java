/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImg;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sc.fiji.ahiq.image.ij1.ImagePlusPlanes;

/**
 * Time to read one crop inside an image, by blocks and one pixel at a time. The build compiles it; to run it, compile
 * the tests with {@code org.openjdk.jmh:jmh-generator-annprocess} as annotation processor and start {@code
 * org.openjdk.jmh.Main CropBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:ActiveProcessorCount=1")
public class CropBenchmark {

    /** Kinds of images. */
    public enum Kind {
        BYTES,
        SHORTS,
        FLOATS,
        RGB_FLOATS,
        ARGB,
        REGION,
        CELLS,
        IMAGEPLUS_SHORTS,
        IMAGEPLUS_RGB
    }

    @Param
    public Kind kind;

    @Param({"512", "2048"})
    public int length;

    @Param({"128", "224"})
    public int crop;

    private ImagePlane image;
    private ScaledPlane scaled;
    private float[] target;
    private int step;

    /** Fills the image with noise. */
    @Setup
    public void prepare() {
        image = image();
        scaled = new ScaledPlane(image, new IntensityRange(3, 60000, "benchmark"));
        target = new float[3 * crop * crop];
    }

    private ImagePlane image() {
        return switch (kind) {
            case BYTES -> ImagePlane.grey("bytes", ArrayImgs.unsignedBytes(bytes(), length, length));
            case SHORTS -> ImagePlane.grey("shorts", ArrayImgs.unsignedShorts(shorts(), length, length));
            case FLOATS -> ImagePlane.grey("floats", ArrayImgs.floats(floats(), length, length));
            case RGB_FLOATS ->
                ImagePlane.of(
                        "rgb",
                        List.of(
                                ArrayImgs.floats(floats(), length, length),
                                ArrayImgs.floats(floats(), length, length),
                                ArrayImgs.floats(floats(), length, length)));
            case ARGB -> ImagePlane.argb("argb", ArrayImgs.argbs(packed(), length, length));
            case REGION ->
                ImagePlane.grey("shorts", ArrayImgs.unsignedShorts(shorts(), length, length))
                        .crop(new Region(1, 1, length - 2, length - 2));
            case CELLS -> ImagePlane.grey("cells", cells());
            case IMAGEPLUS_SHORTS ->
                ImagePlusPlanes.of(new ImagePlus("shorts", new ShortProcessor(length, length, shorts(), null)));
            case IMAGEPLUS_RGB ->
                ImagePlusPlanes.of(new ImagePlus("rgb", new ColorProcessor(length, length, packed())));
        };
    }

    private byte[] bytes() {
        byte[] values = new byte[length * length];
        new Random(1).nextBytes(values);
        return values;
    }

    private short[] shorts() {
        Random random = new Random(1);
        short[] values = new short[length * length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) random.nextInt();
        }
        return values;
    }

    private float[] floats() {
        Random random = new Random(1);
        float[] values = new float[length * length];
        for (int i = 0; i < values.length; i++) {
            values[i] = 65536 * random.nextFloat();
        }
        return values;
    }

    private int[] packed() {
        return new Random(1).ints((long) length * length).toArray();
    }

    private CellImg<UnsignedShortType, ?> cells() {
        Random random = new Random(1);
        CellImg<UnsignedShortType, ?> cells = new CellImgFactory<>(new UnsignedShortType(), 256).create(length, length);
        cells.forEach(pixel -> pixel.set(random.nextInt()));
        return cells;
    }

    private int nextStart() {
        step = (step + 37) % (length - crop - 2);
        return step;
    }

    @Benchmark
    public float[] byBlocks() {
        scaled.readCrop(nextStart(), nextStart(), crop, target, 0);
        return target;
    }

    @Benchmark
    public float[] byPixels() {
        PixelwiseCrops.readCrop(image, scaled.range(), nextStart(), nextStart(), crop, target);
        return target;
    }
}
