/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.Normalization;
import sc.fiji.ahiq.network.model.UntrainedModel;

/**
 * A published network with pseudo-random weights, read from a model folder, against the authors' own code in float64.
 * Our float32 differs by rounding only: by 6e-7 in the scores, 2e-5 in the maps and 1.3e-5 in the stages on x86. The
 * tolerances leave room for processors that sum in another order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractGoldenTest {

    static final double SCORE_TOLERANCE = 2e-5;
    private static final double MAP_TOLERANCE = 2e-4;

    /** For values up to 22, where the largest differences seen are 1.3e-5. */
    private static final double STAGE_TOLERANCE = 5e-5;

    private final Architecture architecture;
    private final List<GoldenEntry> entries;
    private Network network;
    private TorchNetwork stages;
    private SiameseNetwork siamese;

    AbstractGoldenTest(Architecture architecture) {
        this.architecture = architecture;
        this.entries = GoldenEntry.ofPatchSize(architecture.vit().patch());
    }

    List<GoldenEntry> entries() {
        return entries;
    }

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        writeModel(folder);
        InferenceOptions options =
                new InferenceOptions(DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.of(1), EngineSettings.defaults());
        try (ModelFolder model = ModelFolder.open(modelFolder(folder))) {
            network = Network.open(model, options);
            stages = TorchNetwork.load(
                    model,
                    TorchEngine.start(options.engine(), options.device()).device(options.device()),
                    options.precision());
            siamese = CompactNetworks.siamese(model, options.precision());
        }
    }

    /** Makes the model folder with the weights of the golden values. */
    void writeModel(Path folder) throws IOException {
        ModelFolder.write(folder, new UntrainedModel("untrained", architecture, 1));
    }

    Path modelFolder(Path folder) {
        return folder;
    }

    @AfterAll
    void close() {
        network.close();
        stages.close();
        siamese.close();
    }

    @Test
    void allEntriesAreTested() {
        assertThat(entries).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void scoreAndMapsAreThoseOfThePublishedNetwork(GoldenEntry entry) {
        List<GoldenEntry> one = List.of(entry);
        CropOutput output;
        try (ReferenceCrops reference = network.reference(GoldenEntry.references(one), 1, false)) {
            output = network.compare(reference, GoldenEntry.distorted(one), Progress.NONE)
                    .get(0);
        }

        assertThat((double) output.score()).isCloseTo(entry.score(), within(SCORE_TOLERANCE));
        assertThat(Statistics.largestDifference(output.patchScores(), entry.map("patch_scores")))
                .isLessThan(MAP_TOLERANCE);
        assertThat(Statistics.largestDifference(output.patchWeights(), entry.map("patch_weights")))
                .isLessThan(MAP_TOLERANCE);
        assertStatistics(output.patchScores(), entry.statistics("f"), MAP_TOLERANCE);
        assertStatistics(output.patchWeights(), entry.statistics("w"), MAP_TOLERANCE);
    }

    private static void assertStatistics(float[] values, Map<String, Double> expected, double tolerance) {
        Map<String, Double> actual = Statistics.of(values);
        expected.forEach((name, value) -> assertThat(actual.get(name)).as(name).isCloseTo(value, within(tolerance)));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void stagesAreThoseOfThePublishedNetwork(GoldenEntry entry) throws OutOfNativeMemoryException {
        try (NDManager manager = stages.newManager()) {
            NDArray reference = image(manager, GoldenEntry.references(List.of(entry)));
            NDArray distorted = image(manager, GoldenEntry.distorted(List.of(entry)));
            NDArray vit = call("vit_features", distorted);
            NDArray cnn = call("cnn_features", distorted);
            NDArray offsets = call("offsets", call("vit_features", reference), cnn);
            NDArray fused = call("reduce", call("deform", call("sample", cnn, offsets)), vit);

            assertStage(vit, entry, "vit_dist");
            assertStage(cnn, entry, "cnn_dist");
            assertStatistics(offsets.toFloatArray(), entry.statistics("offsets"), STAGE_TOLERANCE);
            assertStage(fused, entry, "fused_dist");
        }
    }

    private NDArray image(NDManager manager, CropSource source) throws OutOfNativeMemoryException {
        float[] pixels = new float[3 * architecture.crop() * architecture.crop()];
        source.read(0, pixels, 0);
        Normalization.PUBLISHED.apply(pixels, 0, pixels.length);
        return stages.images(manager, pixels, 1);
    }

    private NDArray call(String method, NDArray... arguments) throws OutOfNativeMemoryException {
        return stages.call(method, arguments).get(0);
    }

    /** Our features are channels last, the golden ones channels first. */
    private static void assertStage(NDArray features, GoldenEntry entry, String stage) {
        List<Integer> shape = entry.shape(stage);
        int channels = shape.get(0);
        int width = shape.get(2);
        assertThat(features.getShape().getShape()).containsExactly(1, shape.get(1), width, channels);
        float[] values = features.toFloatArray();
        assertStatistics(values, entry.statistics(stage), STAGE_TOLERANCE);
        assertThat(entry.probes(stage)).hasSizeGreaterThan(2).allSatisfy((position, value) -> {
            int[] p = Arrays.stream(position.split(","))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            assertThat((double) values[(p[1] * width + p[2]) * channels + p[0]])
                    .as(stage + " at " + position)
                    .isCloseTo(value, within(STAGE_TOLERANCE));
        });
    }

    /** Scores several entries at once. */
    List<CropOutput> compare(ReferenceCrops reference, List<GoldenEntry> distorted, int batch) {
        Network batched = new Network(siamese, architecture, Normalization.PUBLISHED, "cpu", "test", batch);
        return batched.compare(reference, GoldenEntry.distorted(distorted), Progress.NONE);
    }

    ReferenceCrops keptReferences(List<GoldenEntry> some) {
        return network.reference(GoldenEntry.references(some), some.size(), true);
    }
}
