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
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.file.GreyFiles;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.scoring.results.Row;
import sc.fiji.ahiq.scoring.results.TableReader;

/** A compact untrained model, whose crops have 32 x 32 pixels, and small random images. */
abstract class BatchFixture {

    static final InferenceOptions CPU =
            new InferenceOptions(DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.empty(), EngineSettings.defaults());

    /** Crops of an image: the fewest that cover it. */
    static final int CROPS = 4;

    @TempDir
    static Path shared;

    static Path model;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeModel() {
        model = shared.resolve("model");
        if (!Files.exists(model)) {
            ModelFolder.write(model, new UntrainedModel("compact", CompactArchitecture.patch8(), 1));
        }
    }

    static BatchOptions options() {
        return BatchOptions.of(
                ScoringOptions.defaults().withModel(model.toString()).withInference(CPU));
    }

    Path results(String name) {
        return folder.resolve(name);
    }

    BatchSummary score(List<RatedPair> pairs, BatchOptions options, Path results) {
        return Batch.score(pairs, options, results, Progress.NONE);
    }

    /** Pairs in the order in which a results file has them, each of different files. */
    List<RatedPair> pairs(int references, int distortedPerReference) throws IOException {
        List<RatedPair> pairs = new ArrayList<>();
        for (int r = 0; r < references; r++) {
            Path reference = image("ref" + r + ".png", 1000 + r);
            for (int d = 0; d < distortedPerReference; d++) {
                Path distorted = image("ref" + r + "_" + d + ".png", 100_000 + 100 * r + d);
                pairs.add(new RatedPair(
                        reference,
                        distorted,
                        OptionalDouble.of(d + 0.5),
                        OptionalDouble.of(0.25),
                        "noise",
                        OptionalInt.of(d + 1)));
            }
        }
        return pairs;
    }

    /** A grey PNG of 40 x 36 random pixels. */
    Path image(String name, int seed) throws IOException {
        return image(name, seed, 40, 36);
    }

    Path image(String name, int seed, int width, int height) throws IOException {
        Path file = folder.resolve("images").resolve(name);
        Files.createDirectories(file.getParent());
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        GreyFiles.writePng(file, pixels, width, height);
        return file;
    }

    /** The rows of a results file. */
    static List<Row> rows(Path results) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(results)) {
            for (Row row = reader.nextWhole(); row != null; row = reader.nextWhole()) {
                rows.add(row);
            }
        }
        return rows;
    }

    static List<String> column(Path results, String column) throws IOException {
        return rows(results).stream().map(row -> row.text(column)).toList();
    }
}
