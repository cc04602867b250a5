/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.EnsembleFolder;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelInventory;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.model.UntrainedModel;

/** An ensemble of a network with 4 x 4 patches and one with 2 x 2, with weights 1 and 3. */
class EnsembleTest {

    private static final InferenceOptions CPU =
            new InferenceOptions(DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.of(2), EngineSettings.defaults());

    @TempDir
    private Path models;

    private ModelStore store;

    @BeforeEach
    void makeModels() {
        store = ModelStore.of(models);
        make("a", CompactArchitecture.of(32, 8), 1);
        make("b", CompactArchitecture.of(32, 16), 2);
        EnsembleFolder.write(models.resolve("c"), List.of("a", "b"), List.of(1.0, 3.0), store);
    }

    private void make(String name, Architecture architecture, long seed) {
        ModelFolder.write(models.resolve(name), new UntrainedModel(name, architecture, seed));
    }

    private ScoringRun open(String metrics, String plan) {
        return ScoringRun.open(ScoringOptions.defaults()
                .withMetrics(MetricSelection.parse(metrics, Metrics.ofClassPath()))
                .withModels(store)
                .withModel("c")
                .withCrops(CropPlan.parse(plan, 1), 1)
                .withInference(CPU));
    }

    private static ImagePlane noise(int seed) {
        byte[] pixels = new byte[64 * 64];
        new Random(seed).nextBytes(pixels);
        return ImagePlane.grey("noise" + seed, ArrayImgs.unsignedBytes(pixels, 64, 64));
    }

    private static PairScore score(ScoringRun run) {
        try (ReferenceScorer scorer = run.scorer(noise(1), true)) {
            scorer.score(noise(3), Progress.NONE);
            return scorer.score(noise(2), Progress.NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "five", "random:3", "dense:16"})
    void theScoreIsTheWeightedMeanOfTheMembersScores(String plan) {
        try (ScoringRun run = open("ahiq,ahiq:a,ahiq:b", plan)) {
            PairScore pair = score(run);

            double a = pair.score("ahiq:a").orElseThrow();
            double b = pair.score("ahiq:b").orElseThrow();
            assertThat(a).isNotEqualTo(b);
            assertThat(pair.score("ahiq").orElseThrow()).isCloseTo(0.25 * a + 0.75 * b, within(1e-12));
        }
    }

    @Test
    void cropsAndMapsAreWeightedMeansToo() {
        try (ScoringRun run = open("ahiq,ahiq:a,ahiq:b", "grid")) {
            PairScore pair = score(run);
            CropScores c = crops(pair, "ahiq");
            CropScores a = crops(pair, "ahiq:a");
            CropScores b = crops(pair, "ahiq:b");

            assertThat(c.scores()).hasSize(4);
            for (int i = 0; i < 4; i++) {
                double mean = 0.25 * a.scores().get(i).score()
                        + 0.75 * b.scores().get(i).score();
                assertThat((double) c.scores().get(i).score()).isCloseTo(mean, within(1e-6));
            }
            assertThat(patches(pair, "ahiq").patchSize()).isEqualTo(8);
            assertMean(pair, PatchMaps::scoreMap);
            assertMean(pair, PatchMaps::weightMap);
        }
    }

    private static CropScores crops(PairScore pair, String metric) {
        return pair.results().get(metric).crops().orElseThrow();
    }

    private static PatchMaps patches(PairScore pair, String metric) {
        return pair.results().get(metric).patches().orElseThrow();
    }

    private static void assertMean(PairScore pair, Function<PatchMaps, float[]> map) {
        float[] together = map.apply(patches(pair, "ahiq"));
        float[] a = map.apply(patches(pair, "ahiq:a"));
        float[] b = map.apply(patches(pair, "ahiq:b"));
        for (int i = 0; i < together.length; i++) {
            assertThat((double) together[i]).isCloseTo(0.25 * a[i] + 0.75 * b[i], within(1e-6));
        }
    }

    @Test
    void aRowTellsTheMembersAndTheHashOfTheirHashes() {
        try (ScoringRun run = open("ahiq", "grid")) {
            assertThat(run.info().first("model")).isEqualTo("c (1.0 a + 3.0 b)");
            assertThat(run.info().first("weights_sha256"))
                    .isEqualTo(Sha256.ofTexts(List.of(hash("a") + " 1.0", hash("b") + " 3.0")))
                    .isEqualTo(hash("c"));
        }
        EnsembleFolder.write(models.resolve("d"), List.of("b", "a"), List.of(), store);
        try (ScoringRun run = open("ahiq:d", "grid")) {
            assertThat(run.info().first("model")).isEqualTo("d (b + a)");
        }
    }

    private String hash(String model) {
        return ModelFolder.weightsSha256(models.resolve(model));
    }

    @Test
    void anEnsembleIsListedAndVerifiedAsAModel() {
        ModelInventory inventory = new ModelInventory(store);

        assertThat(store.list()).containsKeys("a", "b", "c");
        assertThat(inventory.list()).anyMatch(line -> line.contains("The weighted mean of a, b."));
        assertThat(inventory.check("c").text()).isEqualTo("c: good, weights " + hash("c"));
        store.remove("c");
        assertThat(store.list()).doesNotContainKey("c");
    }

    @Test
    void aChangedMemberIsRefusedByName() {
        String expected = hash("b");
        store.remove("b");
        make("b", CompactArchitecture.of(32, 16), 3);

        String message = "The ensemble c cannot be used, because of its member b. The SHA-256 of its weights is "
                + hash("b") + ", expected " + expected
                + ". Get that model again, or make a new ensemble of the one that is there.";
        assertThatThrownBy(() -> open("ahiq", "grid"))
                .isInstanceOf(ModelException.class)
                .hasMessage(message);
        assertThat(new ModelInventory(store).check("c").text()).isEqualTo("c: " + message);
    }

    @Test
    void aMissingMemberIsRefusedByName() {
        store.remove("b");

        assertThatThrownBy(() -> open("ahiq", "grid"))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(
                        "The ensemble c cannot be used, because of its member b. No model 'b': there is no model.yaml");
    }

    @Test
    void anEnsembleIsNoNetworkAndNoMember() {
        assertThatThrownBy(() -> ModelFolder.open(models.resolve("c")))
                .isInstanceOf(ModelException.class)
                .hasMessage("Expected one network, but the model c is an ensemble of a, b. Take one of these instead.");
        assertThatThrownBy(() -> EnsembleFolder.write(models.resolve("e"), List.of("a", "c"), List.of(), store))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("c is an ensemble");
    }

    @Test
    void whatMakesNoEnsembleIsRefused() {
        make("large", CompactArchitecture.of(64, 16), 1);
        Path folder = models.resolve("e");

        assertThatThrownBy(() -> EnsembleFolder.write(folder, List.of("a"), List.of(), store))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Expected two members or more, each once, but found a.");
        assertThatThrownBy(() -> EnsembleFolder.write(folder, List.of("a", "a"), List.of(), store))
                .isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> EnsembleFolder.write(folder, List.of("a", "b"), List.of(1.0), store))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Expected a weight for each of 2 members, but found 1.");
        assertThatThrownBy(() -> EnsembleFolder.write(folder, List.of("a", "b"), List.of(1.0, -1.0), store))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("-1.0 for b");
        assertThatThrownBy(() -> EnsembleFolder.write(folder, List.of("a", "large"), List.of(), store))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("those of a have 32 pixels and those of large 64");
        assertThat(folder).doesNotExist();
    }

    @Test
    void membersAreFoundByTheirFolders(@TempDir Path elsewhere) throws IOException {
        Path a = elsewhere.resolve("one");
        Files.move(models.resolve("a"), a);
        EnsembleFolder.write(elsewhere.resolve("e"), List.of(a.toString(), "b"), List.of(), store);

        assertThat(Files.readString(elsewhere.resolve("e").resolve("model.yaml")))
                .contains("model: one");
        try (ScoringRun run = open("ahiq:" + elsewhere.resolve("e"), "grid")) {
            assertThat(score(run).isScored()).isTrue();
        }
    }
}
