/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.command.Operation;
import sc.fiji.ahiq.command.ScoreFiles;

/** Metrics that are models, through every face; those that come with the program, and one that is imported. */
class MetricModelsTest extends CommandLineFixture {

    private static final Path SCENE =
            Path.of("src/test/resources/images/scene1.png").toAbsolutePath();
    private static final Path BLUR =
            Path.of("src/test/resources/images/scene1_blur.png").toAbsolutePath();
    private static final Path JPEG =
            Path.of("src/test/resources/images/scene1_jpeg.png").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(strings = {"st_lpips", "niqe_photos"})
    void scoresAreTheSameInEveryFace(String metric) throws Exception {
        Run single = run(
                "score",
                "--metrics",
                metric,
                "--reference",
                SCENE,
                "--distorted",
                BLUR,
                "--format",
                "csv",
                "--device",
                "cpu");
        assertThat(single.exitCode()).as(single.err()).isEqualTo(ExitCode.OK);
        String score = csv(single).get(0).get(metric);
        assertThat(Double.parseDouble(score)).isPositive();

        assertThat(ofBatch(metric)).isEqualTo(score);
        assertThat(ofCommand(metric)).isEqualTo(score);
        assertThat(ofMacro(metric)).isEqualTo(score);
    }

    private String ofBatch(String metric) throws Exception {
        Path pairs = Files.writeString(
                folder.resolve("pairs.csv"),
                "reference,distorted,mos\n" + SCENE + "," + BLUR + ",1\n" + SCENE + "," + JPEG + ",2\n" + SCENE + ","
                        + SCENE + ",3\n");
        Path results = folder.resolve("results.csv");
        Run batch = run("batch", "--manifest", pairs, "--metrics", metric, "--output", results, "--device", "cpu");
        assertThat(batch.exitCode()).as(batch.err()).isEqualTo(ExitCode.OK);

        Run evaluated = run("evaluate", "--results", results, "--out", folder.resolve("report"));
        assertThat(evaluated.exitCode()).as(evaluated.err()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("report/summary.csv")).content().contains(metric + ",", "lower is better");
        List<CSVRecord> rows = csv(new Run(0, Files.readString(results), ""));
        return rows.get(0).get(metric);
    }

    private String ofCommand(String metric) {
        Operation<ScoreFiles> operation = Operation.of(ScoreFiles.class);
        CommandModule module = operation.bind(Map.of(
                "reference", List.of(SCENE.toString()),
                "distorted", List.of(BLUR.toString()),
                "metrics", List.of(metric),
                "format", List.of("json"),
                "device", List.of("cpu")));
        module.run();
        return json(new Run(0, (String) module.getOutput("scores"), ""))
                .get(0)
                .getAsJsonObject()
                .get(metric)
                .getAsString();
    }

    private String ofMacro(String metric) throws Exception {
        Path macro = Files.writeString(
                folder.resolve("score.ijm"),
                String.join(
                                "\n",
                                "args = split(getArgument(), '\\n');",
                                "print(call('sc.fiji.ahiq.ij1.AhiqPlugIn.call', 'AHIQ Score Pair...', 'reference=[' + args[0]"
                                        + " + '] distorted=[' + args[1] + '] metrics=" + metric + " device=cpu'));")
                        .replace('\'', '"'));
        ChildJava.Result result =
                ChildJava.asStarted(folder).ahiq("macro", macro.toString(), SCENE.toString(), BLUR.toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
        return Double.toString(Double.parseDouble(result.out().strip()));
    }

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
