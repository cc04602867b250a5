/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code ahiq batch} and {@code ahiq merge} in this process; see {@code sc.fiji.ahiq.scoring.batch} for what they
 * write.
 */
class BatchCommandTest extends CommandLineFixture {

    private Path manifest(String... lines) throws IOException {
        return Files.write(folder.resolve("pairs.csv"), List.of(lines));
    }

    private Path results(String name) {
        return folder.resolve(name);
    }

    @Test
    void aManifestIsScoredIntoAFile() throws IOException {
        image("a.png", 1);
        image("b.png", 2);
        Path manifest = manifest("reference,distorted,mos", "a.png,b.png,3.5", "a.png,a.png,");

        Run run = run("batch", "--manifest", manifest, "--model", model, "--output", results("r.csv"));

        assertThat(run.err()).isEqualTo("2 pairs: 2 scored.\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(results("r.csv"))
                .content()
                .contains(folder.resolve("b.png") + ",")
                .contains(",3.5,");
    }

    @Test
    void foldersArePairedAndOrphansListed() throws IOException {
        image("ref/a.png", 1);
        image("ref/c.png", 3);
        image("dist/a_blur.png", 2);
        image("dist/other.png", 4);

        Run run = run(
                "batch",
                "--references",
                folder.resolve("ref"),
                "--distorted",
                folder.resolve("dist"),
                "--template",
                "{ref}_*.png",
                "--model",
                model,
                "--output",
                results("r.jsonl"));

        assertThat(run.err()).contains("other.png").contains("c.png").endsWith("1 pairs: 1 scored.\n");
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readAllLines(results("r.jsonl")))
                .hasSize(1)
                .first()
                .asString()
                .contains("a_blur.png");
    }

    @Test
    void oneReferenceServesAFolder() throws IOException {
        Path reference = image("images/a.png", 1);
        image("images/b.png", 2);
        image("images/c.png", 3);

        Run run = run(
                "batch",
                "--references",
                reference,
                "--distorted",
                folder.resolve("images"),
                "--model",
                model,
                "--output",
                results("r.csv"));

        assertThat(run.err()).isEqualTo("2 pairs: 2 scored.\n");
    }

    @Test
    void pairsThatFailGiveExitCode3() throws IOException {
        image("a.png", 1);
        image("b.png", 2);
        Path manifest = manifest("reference,distorted", "a.png,missing.png", "a.png,b.png");

        Run run = run("batch", "--manifest", manifest, "--model", model, "--output", results("r.csv"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .startsWith(
                        "2 pairs: 1 scored, 1 failed.\nahiq: 1 of 2 pairs could not be scored, see the column error of "
                                + results("r.csv") + "; the first: Expected a PNG, JPEG, ");
        assertThat(Files.readAllLines(results("r.csv"))).hasSize(3);
    }

    @Test
    void aFileThatIsThereIsOnlyResumed() throws IOException {
        image("a.png", 1);
        Path manifest = manifest("reference,distorted", "a.png,a.png");
        Object[] command = {"batch", "--manifest", manifest, "--model", model, "--output", results("r.csv")};
        List<Object> resumed = new ArrayList<>(List.of(command));
        resumed.add("--resume");
        run(command);

        Run again = run(command);
        Run resuming = run(resumed.toArray());

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).startsWith("ahiq: There are results in " + results("r.csv") + " already");
        assertThat(resuming.err()).isEqualTo("1 pairs: 0 scored, 1 scored before.\n");
    }

    @Test
    void shardsAreJoined() throws IOException {
        List<String> lines = new ArrayList<>(List.of("reference,distorted"));
        for (int i = 0; i < 5; i++) {
            image("d" + i + ".png", i);
            lines.add("d0.png,d" + i + ".png");
        }
        Path manifest = manifest(lines.toArray(String[]::new));
        for (String shard : List.of("1/2", "2/2")) {
            Path output = results("shard" + shard.charAt(0) + ".csv");
            run("batch", "--manifest", manifest, "--model", model, "--output", output, "--shard", shard);
        }
        run("batch", "--manifest", manifest, "--model", model, "--output", results("whole.csv"));

        Run merge = run("merge", "--output", results("all.csv"), results("shard2.csv"), results("shard1.csv"));
        Run incomplete = run("merge", "--output", results("part.csv"), results("shard2.csv"));

        assertThat(merge.err()).isEqualTo("5 pairs.\n");
        assertThat(merge.exitCode()).isZero();
        assertThat(results("all.csv")).hasSameBinaryContentAs(results("whole.csv"));
        assertThat(incomplete.exitCode()).isEqualTo(2);
        assertThat(incomplete.err()).startsWith("ahiq: Of 5 pairs these are missing: pairs 1 to 2.");
    }

    @Test
    void pairsAreGivenInOneWay() {
        Run run =
                run("batch", "--manifest", "a.csv", "--distorted", "b", "--model", model, "--output", results("r.csv"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "ahiq: Expected either a manifest, or both references (a folder, or one image) and distorted (a folder);"
                                + " found manifest=a.csv, no references, distorted=b.\n");
        assertThat(results("r.csv")).doesNotExist();
    }

    @Test
    void wrongValuesAreNamedWithTheirKeys() {
        Run shard = run("batch", "--manifest", "a.csv", "--output", results("r.csv"), "--model", model, "--shard", "3");
        Run crops = run("batch", "--manifest", "a.csv", "--output", results("r.csv"), "--model", model, "--crops", "x");

        assertThat(shard.err()).isEqualTo("ahiq: shard=3: Expected a shard i/n, such as 2/8, but found '3'.\n");
        assertThat(crops.err()).startsWith("ahiq: crops=x: ");
        assertThat(crops.exitCode()).isEqualTo(2);
    }

    @Test
    void resultsThatCannotBeWrittenGiveExitCode1() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a full disk, as Linux has one");
        image("a.png", 1);
        Path manifest = manifest("reference,distorted", "a.png,a.png");
        Files.createSymbolicLink(results("r.csv"), full);

        Run run = run("batch", "--manifest", manifest, "--model", model, "--output", results("r.csv"), "--resume");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("ahiq: Cannot write " + results("r.csv") + ": No space left on device.");
    }

    @Test
    void ctrlCEndsARun() throws IOException {
        image("a.png", 1);
        Path manifest = manifest("reference,distorted", "a.png,a.png");
        Cancellation cancellation = new Cancellation();
        cancellation.request();

        Run run = run(cancellation, "batch", "--manifest", manifest, "--model", model, "--output", results("r.csv"));

        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.err()).isEqualTo("ahiq: Cancelled.\n");
    }
}
