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
import sc.fiji.ahiq.network.torchscript.PairScripts;

/** What tables say is data: it runs no script. */
class TableContentTest extends CommandLineFixture {

    private String script;

    @BeforeEach
    void writeScript() throws IOException {
        image("a.png", 1);
        image("b.png", 2);
        script = "script:" + PairScripts.write(folder.resolve("diff.pt"), PairScripts.DIFFERENCE);
    }

    @Test
    void aManifestNamesImagesAlone() throws IOException {
        Path manifest = Files.writeString(
                folder.resolve("pairs.csv"),
                "reference,distorted,metrics\na.png,b.png," + script + "\na.png," + script + ",psnr\n");
        Path results = folder.resolve("results.csv");

        Run run = run("batch", "--manifest", manifest, "--metrics", "psnr", "--output", results);

        assertThat(run.exitCode()).isEqualTo(ExitCode.PAIRS_FAILED);
        assertThat(Files.readAllLines(results).get(0)).contains("psnr").doesNotContain("script");
        assertThat(Files.readAllLines(results).get(1)).contains("b.png").doesNotContain("Expected");
        assertThat(Files.readAllLines(results).get(2)).contains("but found the address script:");
    }

    @Test
    void aColumnOfThatNameIsNoMetric() throws IOException {
        StringBuilder table = new StringBuilder("reference,distorted,mos," + script + "\n");
        for (int i = 0; i < 6; i++) {
            table.append("a.png,b")
                    .append(i)
                    .append(".png,")
                    .append(i)
                    .append(',')
                    .append(i * i)
                    .append('\n');
        }
        Path rated = Files.writeString(folder.resolve("rated.csv"), table);

        Run run = run("evaluate", "--results", rated, "--output", folder.resolve("report"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .startsWith("ahiq: Expected a column 'ahiq' or columns named like metrics, but " + rated
                        + " has reference, distorted, mos, " + script);
    }
}
