/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.Reference;

/**
 * Time of each learned metric on a 512 x 512 colour pair, both images encoded anew, with generated weights. Built and
 * run as {@code MetricBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class LearnedBenchmark {

    private static final int SIZE = 512;

    /** Name and variant. */
    @Param({
        "lpips_alex full",
        "st_lpips_alex full",
        "lpips_squeeze full",
        "lpips_vgg full",
        "dists full",
        "wadiqam_fr pyiqa",
        "topiq_fr full",
        "pieapp grid27",
        "iqt_pipal grid20"
    })
    public String metric;

    private LearnedModel model;
    private ImagePlane reference;
    private ImagePlane distorted;

    /** Opens the model and makes two images of noise. */
    @Setup
    public void prepare() {
        String[] parts = metric.split(" ");
        GeneratedModel generated =
                parts[0].equals("st_lpips_alex") ? ShiftTolerantWeights.model() : GeneratedModel.of(parts[0], parts[1]);
        model = generated.open();
        reference = noise(1);
        distorted = noise(2);
    }

    private static ImagePlane noise(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return ImagePlane.of("noise", List.of(plane(random), plane(random), plane(random)));
    }

    private static Img<UnsignedByteType> plane(SplittableRandom random) {
        byte[] pixels = new byte[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) random.nextInt();
        }
        return ArrayImgs.unsignedBytes(pixels, SIZE, SIZE);
    }

    @Benchmark
    public double score() {
        Reference prepared = Reference.of(reference, RangeRule.AUTO);
        try (Prepared comparison = new LearnedMetric("measured", model).prepare(prepared)) {
            return comparison
                    .compare(prepared.distorted(distorted), Progress.NONE)
                    .score();
        }
    }

    @TearDown
    public void close() {
        model.close();
    }
}
