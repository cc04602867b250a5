/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.OutputRule;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.FusionType;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.Pooling;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.study.reproduction.PaperTable;
import sc.fiji.ahiq.study.reproduction.ReproducedTable;
import sc.fiji.ahiq.training.ToyPairs;

class AblationTest {

    private static final String CONFIG =
            """
            name: toy
            output: out
            tables: [table6, table8]
            test: [{name: held-out, manifest: test/pairs.csv}, {name: seen, manifest: images/pairs.csv}]
            start:
              architecture:
                crop: 32
                vit: {patch: 8, dim: 16, depth: 2, heads: 2, mlp: 32}
                cnn: {stem: 8, width: 8, out: 16}
                fusion: {type: deformable, hidden: 16}
                regressor: {down: 8, smooth0: 16, smooth2: 8, conv: 8, pooling: patch}
            train: {manifest: images/pairs.csv}
            validation: {fraction: 0}
            steps: 2
            device: cpu
            """;

    private static final ScoringOptions SCORING = ScoringOptions.defaults()
            .withCrops(CropPlan.five(), 0)
            .withInference(new InferenceOptions(
                    DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.empty(), EngineSettings.defaults()));

    @TempDir
    private Path folder;

    @BeforeEach
    void writePairs() throws IOException {
        ToyPairs.write(folder.resolve("images"), 2, 3);
        ToyPairs.write(folder.resolve("test"), 1, 4);
    }

    private AblationConfig config(String text) throws IOException {
        return AblationConfig.read(Files.writeString(folder.resolve("small.yaml"), text));
    }

    private static List<ReproducedTable> run(AblationConfig config, Progress progress) {
        return Ablation.run(config, SCORING, progress, () -> step -> {});
    }

    @Test
    void everyRowIsANetworkThatWasTrainedInTheSameWay() throws IOException {
        List<ReproducedTable> tables = run(config(CONFIG), Progress.NONE);

        assertThat(tables.stream().map(ReproducedTable::table)).containsExactly(PaperTable.TABLE6, PaperTable.TABLE8);
        for (ReproducedTable table : tables) {
            int rows = table.table().rowNames().size();
            assertThat(table.toCsv().lines())
                    .filteredOn(line -> line.matches(".*,ntire2022,0\\.[78].*"))
                    .hasSize(rows);
            assertThat(table.toCsv().lines())
                    .filteredOn(line -> line.matches(".*,held-out,,-?[01]\\.\\d+,.*,4,"))
                    .hasSize(rows);
            assertThat(table.lines().get(1))
                    .endsWith("trained from scratch in one way, with seed 1 for 2 steps of 4 pairs.");
        }
        assertThat(computed(tables.get(1), "patch,seen"))
                .isEqualTo(computed(tables.get(0), "\"CNN + ViT, deform + concat\",seen"))
                .isNotEqualTo(computed(tables.get(1), "spatial,seen"));
        assertThat(folder.resolve("out"))
                .isDirectoryContaining("glob:**/{deform-concat,concat,cnn,vit,spatial,patch-spatial,scores}");
        assertThat(folder.resolve("out/patch")).doesNotExist();
        try (ModelFolder model = ModelFolder.open(folder.resolve("out/cnn/model"))) {
            assertThat(model.card().name()).isEqualTo("toy-cnn");
            assertThat(model.card().architecture().fusion().type()).isEqualTo(FusionType.CNN);
        }
        try (ModelFolder model = ModelFolder.open(folder.resolve("out/patch-spatial/model"))) {
            assertThat(model.card().architecture().regressor().pooling()).isEqualTo(Pooling.BOTH);
        }
    }

    @Test
    void aTableThatNoRunOfItsOwnMadeIsNotReplaced() throws IOException {
        AblationConfig config = config(CONFIG);
        Path table = folder.resolve("out/table8.csv");
        Ablation.require(config, new OutputRule(false, List.of()));
        Files.createDirectories(table.getParent());
        Files.writeString(table, "mine");

        assertThatThrownBy(() -> Ablation.require(config, new OutputRule(false, List.of())))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(table + " exists, and it is not replaced.");

        Ablation.require(config, new OutputRule(true, List.of()));
        Files.createDirectories(folder.resolve("out/cnn/checkpoint"));
        Ablation.require(config, new OutputRule(false, List.of()));
    }

    /** The figures of a method on a set. */
    private static String computed(ReproducedTable table, String methodAndSet) {
        return table.toCsv()
                .lines()
                .filter(line -> line.startsWith(methodAndSet))
                .findFirst()
                .orElseThrow()
                .substring(methodAndSet.length());
    }

    @Test
    void anInterruptedRunGoesOnToTheSameTables() throws IOException {
        AblationConfig config = config(CONFIG.replace("[table6, table8]", "[table8]"));
        Progress stopping = new Progress() {
            @Override
            public void note(String sentence) {
                if (sentence.equals("Network 3 of 3: patch-spatial")) {
                    throw new CancelledException();
                }
            }

            @Override
            public void update(long done, long total) {
                assertThat(done).isLessThanOrEqualTo(total);
            }
        };
        assertThatThrownBy(() -> run(config, stopping)).isInstanceOf(CancelledException.class);
        Path trained = folder.resolve("out/patch/model/weights.safetensors");
        byte[] before = Files.readAllBytes(trained);

        List<ReproducedTable> resumed = run(config, Progress.NONE);

        assertThat(trained).hasBinaryContent(before);
        assertThat(csv(resumed))
                .isEqualTo(csv(run(
                        config(CONFIG.replace("[table6, table8]", "[table8]").replace("output: out", "output: whole")),
                        Progress.NONE)));
    }

    private static String csv(List<ReproducedTable> tables) {
        return tables.stream().map(ReproducedTable::toCsv).collect(Collectors.joining());
    }

    @Test
    void networksOfAnotherTrainingAreNotCompared() throws IOException {
        run(config(CONFIG), Progress.NONE);
        AblationConfig other = config(CONFIG.replace("steps: 2", "steps: 3"));

        assertThatThrownBy(() -> run(other, Progress.NONE))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Expected the configuration and the pairs that the checkpoint in "
                        + folder.resolve("out/deform-concat/checkpoint") + " was made with, but found others.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[table6, table8]   | [table7]            | : tables: expected a list of table6|table8, found [table7]",
                "[table6, table8]   | []                  | : expected a table and a set to test on, found none",
                "name: seen         | name: held-out      | : test: expected a name of its own for each set, found held-out twice",
                "type: deformable   | type: concat        | : start: expected the architecture of the network of the paper",
                "pooling: patch     | pooling: spatial    | : start: expected the architecture of the network of the paper",
                "steps: 2           | steps: 2\\nseeds: 3 | : unknown entries [seeds]. Correct or remove them.",
            })
    void whatIsWrongIsNamed(String replaced, String by, String message) {
        assertThatThrownBy(() -> config(CONFIG.replace(replaced, by.replace("\\n", "\n"))))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(folder.resolve("small.yaml") + message);
    }

    @Test
    void theConfigurationInTheDocumentationIsOne() {
        AblationConfig config = AblationConfig.read(Path.of("docs/ablation/small.yaml"));

        assertThat(config.tables()).containsExactly(PaperTable.TABLE6, PaperTable.TABLE8);
        assertThat(config.tests()).containsOnlyKeys("held-out");
        assertThat(config.training().validationFraction()).isZero();
    }
}
