/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.tensor.DType;

class TrainingConfigTest {

    private static final String REQUIRED =
            """
            name: mine
            output: out
            start: {model: other}
            train: {manifest: pairs.csv}
            epochs: 3
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsLeftOutIsAsPublished() throws IOException {
        TrainingConfig config = read(REQUIRED);

        assertThat(config.output()).isEqualTo(folder.resolve("out"));
        assertThat(config.train()).containsExactly(new PairFiles("csv", folder.resolve("pairs.csv"), 1));
        assertThat(config.grouping()).isEqualTo(Grouping.REFERENCE);
        assertThat(config.loss()).isEqualTo(LossWeights.MSE);
        assertThat(config.optimizer()).isEqualTo(AdamSettings.PUBLISHED);
        assertThat(config.batch()).isEqualTo(4);
        assertThat(config.pairsPerReference()).isEqualTo(1);
        assertThat(config.augmentation()).isEqualTo(Augmentation.HORIZONTAL);
        assertThat(config.cutMix().share()).isZero();
        assertThat(config.validationFraction()).isEqualTo(0.2);
        assertThat(config.testFraction()).isZero();
        assertThat(config.frozen()).isEmpty();
        assertThat(config.weights()).isEqualTo(DType.F32);
        assertThat(config.seed()).isEqualTo(1);
        assertThat(config.schedule().steps(10)).isEqualTo(30);
    }

    @Test
    void pairsMayComeFromSeveralPlaces() throws IOException {
        TrainingConfig config = read(REQUIRED.replace(
                "{manifest: pairs.csv}", "[{manifest: pairs.csv}, {dataset: tid2013, folder: tid, times: 3}]"));

        assertThat(config.train())
                .containsExactly(
                        new PairFiles("csv", folder.resolve("pairs.csv"), 1),
                        new PairFiles("tid2013", folder.resolve("tid"), 3));
    }

    @Test
    void everyEntryIsRead() throws IOException {
        TrainingConfig config = read(
                REQUIRED.replace("epochs: 3", "steps: 70")
                        + """
                validation: {dataset: tid2013, folder: tid}
                test_fraction: 0.1
                freeze: [vit, cnn]
                loss: {mse: 1, ranking: 0.5, reference_ranking: 0.25, plcc: 1e-1, margin: 0.05, least_margin: 0.02}
                optimizer: {rate: 1e-3, beta1: 0.8, beta2: 0.99, epsilon: 1e-6, weight_decay: 0, max_gradient_norm: 1}
                schedule: {warmup_steps: 5, cosine_steps: 50}
                batch: 8
                pairs_per_reference: 2
                group_by: distortion
                validate_steps: 10
                augmentation: symmetries
                cutmix: 0.3
                range: "0:4095"
                weights: half
                seed: 9
                device: cpu
                threads: 2
                loader_threads: 3
                cache_mb: 10
                checkpoint_minutes: 0.5
                card: {description: a, training: b, licence: c, citation: d, version: 2}
                """);

        assertThat(config.validation()).contains(new PairFiles("tid2013", folder.resolve("tid"), 1));
        assertThat(config.validationFraction()).isZero();
        assertThat(config.testFraction()).isEqualTo(0.1);
        assertThat(config.frozen()).isEqualTo(Set.of(NetworkPart.VIT, NetworkPart.CNN));
        assertThat(config.grouping()).isEqualTo(Grouping.DISTORTION);
        assertThat(config.loss()).isEqualTo(new LossWeights(1, 0.5, 0.25, 0.1, 0, 0.05, 0.02));
        assertThat(config.optimizer()).isEqualTo(new AdamSettings(1e-3, 0.8, 0.99, 1e-6, 0, 1));
        assertThat(config.schedule())
                .isEqualTo(new TrainingConfig.Schedule(
                        OptionalInt.empty(), OptionalLong.of(70), 5, OptionalLong.of(50), OptionalLong.of(10)));
        assertThat(config.batch()).isEqualTo(8);
        assertThat(config.pairsPerReference()).isEqualTo(2);
        assertThat(config.augmentation()).isEqualTo(Augmentation.SYMMETRIES);
        assertThat(config.cutMix().share()).isEqualTo(0.3);
        assertThat(config.range()).hasToString("0.0:4095.0");
        assertThat(config.weights()).isEqualTo(DType.F16);
        assertThat(config.seed()).isEqualTo(9);
        assertThat(config.machine().device()).hasToString("cpu");
        assertThat(config.machine().threads()).hasValue(2);
        assertThat(config.machine().loaderThreads()).isEqualTo(3);
        assertThat(config.machine().cacheBytes()).isEqualTo(10 << 20);
        assertThat(config.machine().checkpointMinutes()).isEqualTo(0.5);
        assertThat(config.card()).isEqualTo(new TrainingConfig.CardTexts("mine", "2", "a", "b", "c", "d"));
    }

    @Test
    void theMachineIsNoPartOfWhatDecidesTheResult() throws IOException {
        String text = read(REQUIRED).text();

        assertThat(read(REQUIRED + "device: cpu\nthreads: 1\ncache_mb: 3\n").text())
                .isEqualTo(text);
        assertThat(read("# a comment\n" + REQUIRED.replace("output: out", "output: elsewhere"))
                        .text())
                .isEqualTo(text);
        assertThat(read(REQUIRED + "seed: 2\n").text()).isNotEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs: 3         | epochs: 3\\nepoch: 4    | : unknown entries [epoch]. Correct or remove them.",
                "epochs: 3         | nothing: 1              | : expected either epochs or steps, found none",
                "epochs: 3         | epochs: 3\\nsteps: 4    | : expected either epochs or steps, found both",
                "epochs: 3         | epochs: 0               | : epochs: expected a whole number from 1 to",
                "{model: other}    | {}                      | , start: expected either model or architecture, found none",
                "{model: other}    | {model: a, seed: 1}     | , start: unknown entries [seed]. Correct or remove them. Known are model, architecture.",
                "{manifest: pairs.csv} | []                 | : train: expected entries 'key: value' or a list of them, found []",
                "{manifest: pairs.csv} | [{manifest: a, times: 0}] | , train 1: times: expected a whole number from 1 to 1000, found 0",
                "{manifest: pairs.csv} | {dataset: tid2013}  | , train: the entry 'folder' is missing.",
                "epochs: 3         | epochs: 3\\nbatch: 6\\npairs_per_reference: 4 | : batch: expected a multiple of pairs_per_reference, 4, found 6",
                "epochs: 3         | epochs: 3\\nbatch: 1\\nloss: {plcc: 1} | : batch: expected 2 or more, because the loss compares pairs, found 1",
                "epochs: 3         | epochs: 3\\nbatch: 4\\nloss: {reference_ranking: 1} | : pairs_per_reference: expected 2 or more, because reference_ranking compares images of one reference, found 1",
                "epochs: 3         | epochs: 3\\nloss: {mse: 0} | , loss: expected a weight above 0 for mse, ranking, reference_ranking, plcc or smooth_l1, found none.",
                "epochs: 3         | epochs: 3\\nloss: {ranking: 1, margin: 0.1, least_margin: 0.2} | , loss: least_margin: expected a number from 0.0 to 0.1, found 0.2",
                "epochs: 3         | epochs: 3\\nfreeze: [head] | : freeze: expected a list of vit|cnn|fusion|regressor, found [head]",
                "epochs: 3         | epochs: 3\\nfreeze: [vit, cnn, fusion, regressor] | : freeze: expected a part that is left to train, found all of them",
                "epochs: 3         | epochs: 3\\noptimizer: {rate: -1} | , optimizer: rate: expected a number from",
                "epochs: 3         | epochs: 3\\nvalidation: {fraction: 0.2, manifest: a} | , validation: unknown entries [fraction]",
                "epochs: 3         | epochs: 3\\ncutmix: 0.5 | : cutmix: expected pairs_per_reference of 2 or more to mix, found 1",
                "epochs: 3         | epochs: 3\\naugmentation: rotate | : augmentation: expected none|horizontal|flips|symmetries, found rotate",
                "name: mine        | name: my model          | : name: expected ",
            })
    void whatIsWrongIsNamed(String replaced, String by, String message) {
        assertThatThrownBy(() -> read(REQUIRED.replace(replaced, by.replace("\\n", "\n"))))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(folder.resolve("config.yaml") + message);
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("none.yaml");

        assertThatThrownBy(() -> TrainingConfig.read(file))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Cannot read the configuration " + file + ": ");
    }

    private TrainingConfig read(String text) throws IOException {
        return TrainingConfig.read(Files.writeString(folder.resolve("config.yaml"), text));
    }
}
