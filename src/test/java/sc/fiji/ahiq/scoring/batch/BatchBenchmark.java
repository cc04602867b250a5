/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.image.file.GreyFiles;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.metric.Distorted;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.inference.AhiqMetric;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Network;
import sc.fiji.ahiq.network.inference.OpenModel;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * What a batch costs beyond its network, and gains by scoring pairs side by side: both benchmarks put the same crops
 * through AHIQ-S, each reference encoded once, {@code network} one call after the other; {@code batch} also finds,
 * hashes and decodes the files, opens the model and writes the rows. Compiled by the build and run like
 * {@code MetricBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class BatchBenchmark {

    private static final int REFERENCES = 4;

    private static final int CROP = 128;

    /** Crops of the distorted images of one reference. */
    private static final int CROPS = 400;

    /** Width and height of the images; 1, 4 and 16 crops. */
    @Param({"128", "256", "512"})
    public int size;

    private int distorted;

    private final List<RatedPair> pairs = new ArrayList<>();
    private Path folder;
    private Path model;
    private InferenceOptions options;
    private Network network;
    private Metric metric;
    private int runs;

    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("ahiq-batch");
        distorted = CROPS / CropPlan.grid().crops(size, size, CROP).size();
        Random random = new Random(1);
        for (int r = 0; r < REFERENCES; r++) {
            Path reference = image("r" + r, random);
            for (int d = 0; d < distorted; d++) {
                pairs.add(RatedPair.unrated(reference, image("d" + r + "_" + d, random)));
            }
        }
        model = ModelStore.of(null).findOrDefault(null);
        options = new InferenceOptions(
                DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.empty(), EngineSettings.defaults());
        try (ModelFolder open = ModelFolder.open(model)) {
            network = Network.open(open, options);
            metric = new AhiqMetric(
                    AhiqMetric.NAME,
                    new OpenModel(open.card(), open.weightsSha256(), network, options),
                    CropPlan.grid(),
                    0,
                    Padding.NONE);
        }
    }

    private Path image(String name, Random random) {
        byte[] pixels = new byte[size * size];
        random.nextBytes(pixels);
        Path file = folder.resolve(name + ".png");
        GreyFiles.writePng(file, pixels, size, size);
        return file;
    }

    @TearDown
    public void close() {
        network.close();
    }

    @Benchmark
    public BatchSummary batch() {
        Path results = folder.resolve("results" + runs++ + ".csv");
        return Batch.score(
                pairs,
                BatchOptions.of(
                        ScoringOptions.defaults().withModel(model.toString()).withInference(options)),
                results,
                Progress.NONE);
    }

    @Benchmark
    public double network() {
        double sum = 0;
        Reference image = Reference.of(ImageFiles.open(pairs.get(0).reference()), RangeRule.AUTO);
        Distorted other = image.distorted(ImageFiles.open(pairs.get(0).distorted()));
        for (int r = 0; r < REFERENCES; r++) {
            try (Prepared reference = metric.prepare(image)) {
                for (int d = 0; d < distorted; d++) {
                    sum += reference.compare(other, Progress.NONE).score();
                }
            }
        }
        return sum;
    }
}
