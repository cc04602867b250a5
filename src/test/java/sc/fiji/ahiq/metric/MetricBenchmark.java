/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.util.concurrent.TimeUnit;
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
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;

/**
 * Time of each metric on a 512 x 512 colour pair, on one core. The build compiles it; to run it, compile the tests with
 * {@code org.openjdk.jmh:jmh-generator-annprocess} as annotation processor and start
 * {@code org.openjdk.jmh.Main MetricBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:ActiveProcessorCount=1")
public class MetricBenchmark {

    private static final int SIZE = 512;

    @Param({
        "psnr",
        "ssim",
        "ssim_downsampled",
        "ms_ssim",
        "uqi",
        "fsim",
        "fsimc",
        "vsi",
        "gmsd",
        "vif",
        "vifp",
        "nlpd",
        "sr_sim",
        "mad",
        "mad_original",
        "nqm",
        "rfsim",
        "gsm",
        "iw_ssim",
        "cw_ssim",
        "mdsi",
        "haarpsi"
    })
    public String name;

    private Metric metric;
    private PlanarImage reference;
    private PlanarImage distorted;

    /** Mirrors the small scene to the size and blurs it. */
    @Setup
    public void prepare() {
        metric = Metrics.ofClassPath().named(name);
        PlanarImage scene = Scenes.read("scene1.png");
        reference = Scenes.each(
                scene,
                plane -> LinearFilter.padded(
                        plane, 0, 0, SIZE - scene.width(), SIZE - scene.height(), Border.SYMMETRIC));
        distorted = Scenes.blurred(reference, 1);
    }

    @Benchmark
    public double score() {
        return Comparing.score(metric, reference, distorted);
    }
}
