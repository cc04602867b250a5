/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Metrics that are models: those that need no reference, and one that is fitted. */
class MetricModelsTest extends CommandLineFixture {

    private static final Path SCENE =
            Path.of("src/test/resources/images/scene1.png").toAbsolutePath();
    private static final Path BLUR =
            Path.of("src/test/resources/images/scene1_blur.png").toAbsolutePath();

    @Test
    void metricsWithoutReferenceNeedNone() throws Exception {
        Run run = run("score", "--metrics", "niqe_photos", "--distorted", BLUR, "--format", "csv");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(csv(run).get(0).get("reference")).isEmpty();
        assertThat(Double.parseDouble(csv(run).get(0).get("niqe_photos"))).isBetween(2.0, 20.0);
    }

    @Test
    void othersSayThatTheReferenceIsMissing() {
        Run run = run("score", "--metrics", "niqe_photos,st_lpips", "--distorted", BLUR);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("The reference is missing: expected reference=FILE (--reference)");
    }

    @Test
    void aMetricIsFittedImportedAndListed() throws Exception {
        Path pristine = Files.createDirectories(folder.resolve("pristine"));
        Files.copy(SCENE, pristine.resolve("a.png"));
        Path models = folder.resolve("models");

        Run fitted = run("niqe", "--fit", pristine, "--name", "mine", "--models", models);
        Run listed = run("metrics", "--models", models);
        Run scored = run("score", "--metrics", "mine", "--distorted", BLUR, "--models", models, "--format", "csv");

        assertThat(fitted.exitCode()).as(fitted.err()).isEqualTo(ExitCode.OK);
        assertThat(listed.out()).contains("mine ", "st_lpips ", "niqe_photos ");
        assertThat(csv(scored).get(0).get("model")).isEqualTo("mine");
    }
}
