/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainCommandTest extends CommandLineFixture {

    private Path config;

    @BeforeEach
    void writeConfiguration() throws IOException {
        StringBuilder manifest = new StringBuilder("reference,distorted,mos\n");
        for (int i = 0; i < 8; i++) {
            image("r" + i / 2 + ".png", i / 2);
            image("d" + i + ".png", 10 + i);
            manifest.append("r")
                    .append(i / 2)
                    .append(".png,d")
                    .append(i)
                    .append(".png,")
                    .append(i)
                    .append('\n');
        }
        Files.writeString(folder.resolve("pairs.csv"), manifest);
        config = Files.writeString(
                folder.resolve("train.yaml"),
                """
                name: tuned
                output: out
                start: {model: MODEL}
                train: {manifest: pairs.csv}
                validation: {fraction: 0.25}
                freeze: [vit, cnn]
                batch: 2
                epochs: 2
                device: cpu
                """
                        .replace("MODEL", "'" + model + "'"));
    }

    @Test
    void trainsAModelThatScores() {
        Run train = run("train", "--config", config);

        assertThat(train.err())
                .contains(
                        "Training on 6 pairs of 3 references of pairs.csv, 2 for validation, 0 left alone: 6 steps of 2"
                                + " pairs, 3 steps to an epoch. On cpu with PyTorch ")
                .containsPattern(
                        "Step 3 of 6, epoch 1, loss [\\d.]+, [\\d.]+ pairs/s, SROCC -?[\\d.]+, PLCC -?[\\d.]+, best\n")
                .containsPattern("Step 6 of 6, epoch 2, ");
        assertThat(train.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(train.out()).isEqualTo(folder.resolve("out/model") + "\n");

        Run score = run(
                "score",
                "--model",
                train.out().strip(),
                "--reference",
                folder.resolve("r0.png"),
                "--distorted",
                folder.resolve("d0.png"));

        assertThat(score.err()).isEmpty();
        assertThat(score.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void cancellationKeepsACheckpointToGoOnFrom() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        Run cancelled = run(cancellation, "train", "--config", config);

        assertThat(cancelled.exitCode()).isEqualTo(ExitCode.CANCELLED);
        assertThat(run("train", "--config", config).err()).contains("Go on with it by --resume");

        Run resumed = run("train", "--config", config, "--resume");

        assertThat(resumed.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aConfigurationIsRequired() {
        Run run = run("train");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Missing required option: '--config=FILE'");
    }

    @Test
    void unknownEntriesAreWrongUsage() throws IOException {
        Files.writeString(config, Files.readString(config) + "learning_rate: 1\n");
        Run run = run("train", "--config", config);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("unknown entries [learning_rate]. Correct or remove them.");
    }
}
