/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.ConstantUtils;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.learned.SceneMetric;
import sc.fiji.ahiq.network.model.ModelFolder;

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

    @Test
    void imagesThatNeedMoreHeapThanThereIsAreRefused() {
        Path model = folder.resolve("nrqm");
        ModelFolder.write(model, MadeMetric.of(MetricKind.NRQM));
        ImagePlane large = ImagePlane.of(
                "large",
                List.of(ConstantUtils.constantRandomAccessibleInterval(
                        new UnsignedByteType(), new FinalInterval(30_000, 40_000))));
        Reference reference = Reference.of(large, RangeRule.AUTO);

        assertThatThrownBy(() -> SceneMetric.open("nrqm", model).prepare(reference))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining(
                        "NRQM needs about 372000 MB of the Java heap for an image of 30000 x 40000 pixels")
                .hasMessageContaining("-Xmx372g");
    }
}
