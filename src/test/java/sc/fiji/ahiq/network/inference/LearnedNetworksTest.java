/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * The networks of learned metrics against golden values of the published code in float64, stage by stage, with
 * generated weights.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearnedNetworksTest {

    private static final double TOLERANCE = 1e-5;

    /** Of weights that are kept in 16 bits. */
    private static final double HALF_TOLERANCE = 2e-3;

    private final Map<String, TorchModule> modules = new HashMap<>();

    static Stream<LearnedEntry> lpips() {
        return Stream.of("lpips_alex", "lpips_vgg", "lpips_squeeze").flatMap(LearnedNetworksTest::entries);
    }

    static Stream<LearnedEntry> shiftTolerant() {
        return LearnedEntry.of("st_lpips.json", "st_lpips_alex").stream();
    }

    static Stream<LearnedEntry> dists() {
        return entries("dists").filter(entry -> !entry.json().has("resize"));
    }

    static Stream<LearnedEntry> patches() {
        return Stream.of("pieapp", "wadiqam_fr").flatMap(LearnedNetworksTest::entries);
    }

    static Stream<LearnedEntry> crops() {
        return Stream.of("iqt_pipal", "iqt_live")
                .flatMap(LearnedNetworksTest::entries)
                .filter(entry -> !entry.json().has("protocol"));
    }

    static Stream<LearnedEntry> topiq() {
        return entries("topiq_fr");
    }

    private static Stream<LearnedEntry> entries(String metric) {
        return LearnedEntry.of("expected.json", metric).stream();
    }

    private TorchModule module(LearnedEntry entry) {
        return modules.computeIfAbsent(
                entry.metric(),
                metric -> load(
                        MetricKind.of(metric.replace('_', '-')).orElseThrow(), GeneratedWeights.of(metric)::tensor));
    }

    private static TorchModule load(MetricKind kind, Function<String, Tensor> weights) {
        TorchEngine engine = TorchEngine.start(EngineSettings.defaults(), DeviceChoice.CPU);
        return TorchModule.load(kind.archive(weights), engine.device(DeviceChoice.CPU), false);
    }

    @AfterAll
    void close() {
        modules.values().forEach(TorchModule::close);
    }

    @Test
    void tensorsOfEveryNetworkAreThoseOfItsPublishedFiles() {
        for (MetricKind kind : MetricKind.values()) {
            String metric = kind.key().replace('-', '_');
            if (GeneratedWeights.class.getResource("/golden/learned/weights_" + metric + "_seed1.json") != null) {
                GeneratedWeights weights = GeneratedWeights.of(metric);
                new MetricDesign(kind).tensorShapes().forEach((name, shape) -> assertThat(
                                weights.tensor(name).shape())
                        .as(metric + " " + name)
                        .containsExactly(shape));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lpips")
    void distancesOfTapsAreThoseOfLpips(LearnedEntry entry) throws OutOfNativeMemoryException {
        TorchModule module = module(entry);
        try (NDManager manager = module.newManager()) {
            NDArray distorted = image(manager, entry, "dist");
            NDList taps = module.call(manager, "taps", new NDList(distorted));
            for (int k = 0; k < taps.size(); k++) {
                entry.assertProbe("tap" + k + "_dist", taps.get(k).toFloatArray(), TOLERANCE);
            }
            NDList maps = compare(module, manager, image(manager, entry, "ref"), distorted);
            double[] layers = entry.numbers("layers");
            double sum = 0;
            for (int k = 0; k < layers.length; k++) {
                double layer = Statistics.of(maps.get(k).toFloatArray()).get("mean");
                assertThat(layer).isCloseTo(layers[k], within(TOLERANCE * entry.score()));
                sum += layer;
            }
            assertThat(sum).isCloseTo(entry.score(), within(TOLERANCE * entry.score()));
        }
    }

    @ParameterizedTest
    @MethodSource("shiftTolerant")
    void tapsAreThoseOfTheAuthorsNetworkWithTheirWeights(LearnedEntry entry) throws OutOfNativeMemoryException {
        TorchModule module = modules.computeIfAbsent(entry.metric(), metric -> bundled());
        try (NDManager manager = module.newManager()) {
            NDList taps = module.call(manager, "taps", new NDList(image(manager, entry, "dist")));
            JsonArray probes = entry.json().getAsJsonArray("taps");
            assertThat(taps).hasSize(probes.size());
            for (int k = 0; k < taps.size(); k++) {
                float[] values = taps.get(k).toFloatArray();
                LearnedEntry.assertProbe("tap" + k, probes.get(k).getAsJsonObject(), values, HALF_TOLERANCE);
            }
        }
    }

    private static TorchModule bundled() {
        try (ModelFolder model = ModelFolder.open(ModelStore.of(null).metrics().get("st_lpips"))) {
            return load(MetricKind.ST_LPIPS_ALEX, model::tensor);
        }
    }

    @ParameterizedTest
    @MethodSource("dists")
    void featuresAreThoseOfDists(LearnedEntry entry) throws OutOfNativeMemoryException {
        TorchModule module = module(entry);
        try (NDManager manager = module.newManager()) {
            NDArray distorted = image(manager, entry, "dist");
            NDList stages = module.call(manager, "encode", new NDList(distorted));
            for (int k = 1; k < stages.size(); k++) {
                entry.assertProbe("stage" + k + "_dist", stages.get(k).toFloatArray(), TOLERANCE);
            }
            NDList moments = compare(module, manager, image(manager, entry, "ref"), distorted);
            assertThat(moments.stream()
                            .filter(m -> m.getShape().dimension() == 2)
                            .mapToLong(m -> m.getShape().get(1))
                            .sum())
                    .isEqualTo(1475);
        }
    }

    @ParameterizedTest
    @MethodSource("patches")
    void patchScoresAndWeightsAreThoseOfThePublishedNetworks(LearnedEntry entry) throws OutOfNativeMemoryException {
        TorchModule module = module(entry);
        try (NDManager manager = module.newManager()) {
            NDArray reference = patches(manager, entry, "ref");
            NDArray distorted = patches(manager, entry, "dist");
            NDList result = compare(module, manager, reference, distorted);
            assertStages(module, manager, entry, reference, distorted);
            float[] scores = result.get(0).toFloatArray();
            float[] weights = result.get(1).toFloatArray();
            double sum = 0;
            double weightSum = 0;
            for (int i = 0; i < scores.length; i++) {
                sum += (double) scores[i] * weights[i];
                weightSum += weights[i];
            }
            entry.assertProbe("patch_scores", scores, TOLERANCE);
            entry.assertProbe("patch_weights", weights, TOLERANCE);
            assertThat(sum / weightSum).isCloseTo(entry.score(), within(TOLERANCE * Math.abs(entry.score())));
        }
    }

    private static void assertStages(
            TorchModule module, NDManager manager, LearnedEntry entry, NDArray reference, NDArray distorted)
            throws OutOfNativeMemoryException {
        if (entry.metric().equals("pieapp")) {
            NDList layers = module.call(manager, "layers", new NDList(distorted.get("0:1")));
            for (int k = 0; k < layers.size(); k++) {
                String stage = "x" + (2 * k + 3) + "_dist_patch0";
                entry.assertProbe(stage, layers.get(k).toFloatArray(), TOLERANCE);
            }
        } else {
            entry.assertProbe(
                    "feat_ref", encode(module, manager, reference).get(0).toFloatArray(), TOLERANCE);
            entry.assertProbe(
                    "feat_dist", encode(module, manager, distorted).get(0).toFloatArray(), TOLERANCE);
        }
    }

    @ParameterizedTest
    @MethodSource("crops")
    void scoresOfCropsAreThoseOfIqt(LearnedEntry entry) throws OutOfNativeMemoryException {
        TorchModule module = module(entry);
        try (NDManager manager = module.newManager()) {
            NDArray reference =
                    encode(module, manager, image(manager, entry, "ref")).get(0);
            NDArray distorted =
                    encode(module, manager, image(manager, entry, "dist")).get(0);
            NDArray difference = reference.sub(distorted);
            NDArray tokens =
                    module.call(manager, "tokens", new NDList(difference)).get(0);
            NDArray token = module.call(manager, "token", new NDList(tokens)).get(0);
            NDList score = module.callWithLists(manager, "compare", new NDList(reference), new NDList(distorted));

            entry.assertProbe("feat_ref", reference.toFloatArray(), TOLERANCE);
            entry.assertProbe("feat_diff", difference.toFloatArray(), TOLERANCE);
            entry.assertProbe("encoder", tokens.toFloatArray(), TOLERANCE);
            entry.assertProbe(
                    "decoder_token", token.toType(DataType.FLOAT32, false).toFloatArray(), TOLERANCE);
            assertThat((double) score.get(0).toFloatArray()[0])
                    .isCloseTo(entry.score(), within(TOLERANCE * Math.abs(entry.score())));
        }
    }

    @ParameterizedTest
    @MethodSource("topiq")
    void levelsTokensAndScoresAreThoseOfTopiq(LearnedEntry entry) throws OutOfNativeMemoryException {
        TorchModule module = module(entry);
        try (NDManager manager = module.newManager()) {
            NDList reference = encode(module, manager, image(manager, entry, "ref"));
            NDList distorted = encode(module, manager, image(manager, entry, "dist"));
            NDList tokens = module.callWithLists(manager, "tokens", reference, distorted);
            NDArray query = module.callWithLists(manager, "query", tokens).get(0);
            NDArray pooled = module.call(manager, "pool", new NDList(query)).get(0);
            NDArray score = module.call(manager, "score", new NDList(pooled)).get(0);

            for (int i = 0; i < tokens.size(); i++) {
                entry.assertProbe("level" + i + "_dist", distorted.get(i).toFloatArray(), TOLERANCE);
                entry.assertProbe("tokens" + i, tokens.get(i).toFloatArray(), TOLERANCE);
            }
            entry.assertProbe("query", query.toFloatArray(), TOLERANCE);
            entry.assertProbe("pooled", pooled.toFloatArray(), TOLERANCE);
            assertThat((double) score.toFloatArray()[0])
                    .isCloseTo(entry.score(), within(TOLERANCE * Math.abs(entry.score())));
        }
    }

    private static NDArray image(NDManager manager, LearnedEntry entry, String which) {
        return manager.create(entry.pixels(which), new Shape(1, 3, entry.height(), entry.width()));
    }

    /** On the grid of the metric, in the order of the golden values. */
    private static NDArray patches(NDManager manager, LearnedEntry entry, String which) {
        int size = entry.metric().equals("pieapp") ? 64 : 32;
        double[] rows = entry.json().has("y") ? entry.numbers("y") : grid(size, entry.height());
        double[] columns = entry.json().has("x") ? entry.numbers("x") : grid(size, entry.width());
        float[] pixels = new float[rows.length * columns.length * 3 * size * size];
        int next = 0;
        for (double row : rows) {
            for (double column : columns) {
                float[] patch = entry.patch(which, (int) row, (int) column, size, size);
                System.arraycopy(patch, 0, pixels, next, patch.length);
                next += patch.length;
            }
        }
        return manager.create(pixels, new Shape((long) rows.length * columns.length, 3, size, size));
    }

    private static double[] grid(int size, int length) {
        int step = size == 64 ? 27 : 32;
        int last = size == 64 ? length - size : length - size - 1;
        return Stream.iterate(0, i -> i <= last, i -> i + step)
                .mapToDouble(Integer::doubleValue)
                .toArray();
    }

    private static NDList encode(TorchModule module, NDManager manager, NDArray image)
            throws OutOfNativeMemoryException {
        return module.call(manager, "encode", new NDList(image));
    }

    private static NDList compare(TorchModule module, NDManager manager, NDArray reference, NDArray distorted)
            throws OutOfNativeMemoryException {
        return module.callWithLists(
                manager, "compare", encode(module, manager, reference), encode(module, manager, distorted));
    }
}
