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
import org.junit.jupiter.api.Test;

class LabelCommandTest extends CommandLineFixture {

    private static final String HEADER = "reference,distorted,distortion,level,psnr,gmsd\n";
    private static final String ROWS = "a,b,noise,1,30,0.1\na,c,noise,2,20,0.2\na,d,noise,3,,\n";

    @Test
    void scoresBecomeAManifest() throws IOException {
        Path scores = Files.writeString(folder.resolve("scores.csv"), "\uFEFF" + HEADER + ROWS);
        Path labels = folder.resolve("labels.csv");

        Run run = run("label", scores, "--metrics", "psnr,gmsd", "--output", labels);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(labels + ": 3 pairs, 1 rows without scores left out\n");
        assertThat(Files.readAllLines(labels)).hasSize(4).first().isEqualTo("reference,distorted,mos,distortion,level");
    }

    @Test
    void labelsLieOnTheScaleOfPeopleIfWanted() throws IOException {
        Path scores = Files.writeString(
                folder.resolve("scores.csv"),
                "reference,distorted,psnr,distortion,level\na.png,b.png,40,gaussian-blur,1\na.png,c.png,20,gaussian-blur,5\n");
        Path labels = folder.resolve("labels.csv");

        Run run = run("label", scores, "--metrics", "psnr", "--scale", "people", "--residual", "0", "-o", labels);

        assertThat(run.err()).isEmpty();
        assertThat(Files.readAllLines(labels).get(1)).startsWith("a.png,b.png,0.9030");
        assertThat(run("label", scores, "--metrics", "psnr", "--scale", "dogs", "-o", labels, "--force")
                        .err())
                .isEqualTo("ahiq: scale=dogs: expected ranks or people.\n");
        assertThat(run("label", scores, "--metrics", "psnr", "--residual", "2", "-o", labels, "--force")
                        .err())
                .isEqualTo("ahiq: residual=2.0: expected 0 to 1.\n");
    }

    @Test
    void ahiqCannotTeachItself() throws IOException {
        Path scores = Files.writeString(folder.resolve("scores.csv"), HEADER);

        Run run = run("label", scores, "--metrics", "psnr,ahiq", "--output", folder.resolve("labels.csv"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "ahiq: Expected other metrics than ahiq, whose scores such labels are to train. Leave it out.\n");
    }

    @Test
    void labelsAreNoFolder() throws IOException {
        Path scores = Files.writeString(folder.resolve("scores.csv"), HEADER + ROWS);
        Path labels = Files.createDirectory(folder.resolve("labels.csv"));

        Run run = run("label", scores, "--metrics", "psnr", "--output", labels);

        assertThat(run.err()).startsWith("ahiq: Expected a file to write, but " + labels + " is a folder.");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
