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
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users ran and what they brought, with what they expect. */
class CasesTest extends CommandLineFixture {

    private static final Path CASES = Path.of("src/test/resources/cases");

    private Path text(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private Run batch(Path manifest, String results) {
        return run("batch", "--manifest", manifest, "--metrics", "psnr", "--output", folder.resolve(results));
    }

    @Test
    void anExtraColumnOfAManifestIsNotUsedWithANote() throws IOException {
        image("a.png", 1);
        Path manifest = text("pairs.csv", "id,reference,distorted", "7,a.png,a.png");

        Run run = batch(manifest, "out.csv");

        assertThat(run.err()).isEqualTo("Not used of " + manifest + ": the column id.\n1 pairs: 1 scored.\n");
        assertThat(folder.resolve("out.csv")).content().contains(",Infinity,");
    }

    @ParameterizedTest
    @CsvSource({"pairs.csv, ';'", "pairs.tsv, '\t'"})
    void aManifestMayBeSeparatedBySemicolonsOrTabs(String name, String separator) throws IOException {
        image("a.png", 1);
        Path manifest = text(name, "reference" + separator + "distorted", "a.png" + separator + "a.png");

        assertThat(batch(manifest, "out.csv").err()).isEqualTo("1 pairs: 1 scored.\n");
    }

    @Test
    void anAddressInAManifestIsKeptAndNamed() throws IOException {
        image("a.png", 1);
        Path manifest = text("pairs.csv", "reference,distorted", "https://example.org/a.png,a.png");

        Run run = batch(manifest, "out.csv");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("found the address https://example.org/a.png: images are not read from the web.");
        assertThat(Files.readAllLines(folder.resolve("out.csv")).get(1)).startsWith("https://example.org/a.png,");
    }

    @Test
    void anAddressOnTheCommandLineIsKeptAndNamed() throws IOException {
        Run run = run(
                "score", "--metrics", "psnr", "-r", image("a.png", 1), "-d", "s3://bucket/b.png", "--format", "csv");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(csv(run).get(0).get("distorted")).isEqualTo("s3://bucket/b.png");
        assertThat(run.err()).contains("found the address s3://bucket/b.png");
    }

    @Test
    void metricsMayBeCalledInCapitalsAndAsTheyArePublished() throws IOException {
        Path image = image("a.png", 1, 200, 200);

        Run run = run("score", "--metrics", "PSNR,SSIM,MS-SSIM", "-r", image, "-d", image, "--format", "csv");

        assertThat(run.err()).isEmpty();
        assertThat(csv(run).get(0).get("psnr")).isEqualTo("Infinity");
        assertThat(csv(run).get(0).get("ssim")).isEqualTo("1.0");
        assertThat(csv(run).get(0).get("ms_ssim")).isEqualTo("1.0");
    }

    @Test
    void everyDistortedImageHasARowWhereTheReferenceIsBad() throws IOException {
        Path a = image("a.png", 1);
        Path b = image("b.png", 2);
        Path missing = folder.resolve("missing.png");

        for (String format : new String[] {"json", "csv", "table"}) {
            Run run = run("score", "--metrics", "psnr", "--format", format, "-r", missing, "-d", a, b);

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err().lines()).hasSize(1).first().asString().contains("missing.png does not exist");
            if (format.equals("json")) {
                assertThat(json(run)).hasSize(2).allSatisfy(row -> assertThat(
                                row.getAsJsonObject().get("error").getAsString())
                        .contains("missing.png does not exist"));
            } else if (format.equals("csv")) {
                assertThat(csv(run))
                        .hasSize(2)
                        .extracting(row -> row.get("distorted"))
                        .containsExactly(a.toString(), b.toString());
            }
        }
    }

    @Test
    void evaluateNamesTheColumnsThatItLeavesOut() {
        Run run = run("evaluate", "--results", CASES.resolve("evaluate-drops-columns/rated.csv"), "-o", folder);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("\nAHIQ ", "\nPSNR ", "\nSSIM ")
                .contains(
                        "not evaluated, for they are no metrics that are known: lpips. Name all that are wanted to take"
                                + " them, too: --metrics ahiq,psnr,SSIM,lpips.\n");
    }

    @Test
    void columnsMayBeWrittenInCapitalsWithSemicolons() throws IOException {
        Path results = text(
                "r.csv", "Reference;Distorted;MOS;PSNR;Mine", "a;1;1;20;1", "a;2;2;30;3", "b;3;4;35;2", "b;4;3;40;4");

        Run run = run("evaluate", "--results", results, "--metrics", "psnr,mine", "-o", folder.resolve("out"));

        assertThat(run.out()).contains("\nPSNR ", "\nMine ", "\n4 pairs\n");
    }

    @Test
    void opinionsThatAreAllEqualAreAMessage() throws IOException {
        Path results = text("r.csv", "reference,distorted,mos,psnr", "a,1,3,20", "a,2,3,30", "b,3,3,35");

        Run run = run("evaluate", "--results", results, "-o", folder.resolve("out"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Expected opinions that differ, but all 3 of " + results + " are 3.0");
    }

    @Test
    void scoresThatAreAllEqualAreAMessage() throws IOException {
        Path results = text("r.csv", "reference,distorted,mos,psnr,ssim", "a,1,1,20,1", "a,2,2,30,1", "b,3,3,35,1");

        Run run = run("evaluate", "--results", results, "-o", folder.resolve("out"));

        assertThat(run.out())
                .contains("SSIM is the same for all pairs: nothing correlates with it.")
                .doesNotContain("NaN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiled.tif", "no.tif"})
    void anErrorIsOneLine(String name) throws IOException {
        Path file = folder.resolve(name);
        if (name.equals("tiled.tif")) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(CASES.resolve("tiff-tiled/tiled.tif")), 3000));
        }

        Run run = run("score", "--metrics", "psnr", "--format", "csv", "-r", file, "-d", file);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines()).hasSize(1);
    }
}
