/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    @CsvSource(
            delimiter = '|',
            value = {
                "alpha-by-format/alpha.png            | transparent pixels shown on white",
                "alpha-by-format/alpha.tif            | transparent pixels shown on white",
                "alpha-by-format/alpha.bmp            | transparent pixels shown on white",
                "palette-png-and-tiff/palette.png     | palette looked up",
                "palette-png-and-tiff/palette.tif     | palette looked up"
            })
    void whatWasDoneToAnImageIsTold(String name, String note) throws IOException {
        Path file = CASES.resolve(name);

        Run score = run("score", "--metrics", "psnr", "-r", file, "-d", file, "--format", "csv");
        Path manifest = text("pairs.csv", "reference,distorted", file.toAbsolutePath() + "," + file.toAbsolutePath());
        Run batch = batch(manifest, "out.csv");

        assertThat(score.err()).contains(file + ": " + note + ".");
        assertThat(batch.err()).contains(file.toAbsolutePath() + ": " + note + ".");
        assertThat(csv(score)).hasSize(1);
    }

    private static void assertRefused(Run run, Path file) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(file.toString());
    }

    @Test
    void aPictureIsNeverWrittenOverAnImage() throws IOException {
        Path reference = image("ref.png", 1);
        Path distorted = image("dist.png", 2);
        Path link = Files.createLink(folder.resolve("link.png"), distorted);
        byte[] before = Files.readAllBytes(distorted);

        for (Path picture : new Path[] {reference, distorted, link}) {
            Run run = run("score", "--model", model, "-r", reference, "-d", distorted, "--picture", picture, "--force");
            assertRefused(run, picture);
            assertThat(run.err()).contains("it is one of the files that are read");
        }
        assertThat(distorted).hasBinaryContent(before);
    }

    @Test
    void aFileOfTheUserIsOnlyReplacedByForce() throws IOException {
        Path reference = image("ref.png", 1);
        Path picture = text("mine.png", "mine");
        Object[] score = {"score", "--model", model, "-r", reference, "-d", image("dist.png", 2), "--picture", picture};

        assertRefused(run(score), picture);
        assertThat(picture).hasContent("mine");
        assertThat(run(with(score, "--force")).exitCode()).isZero();
        assertThat(picture)
                .isNotEmptyFile()
                .content(StandardCharsets.ISO_8859_1)
                .contains("PNG");
    }

    @Test
    void samplesAreNotWrittenOverFiles() throws IOException {
        Path mine = text("reference.png", "mine");

        assertRefused(run("sample", "-o", folder), mine);
        assertThat(mine).hasContent("mine");
        assertThat(folder.resolve("noise.png")).doesNotExist();
        assertThat(run("sample", "-o", folder, "--force").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.csv", "a_jpeg_3.png"})
    void distortedImagesAreNotWrittenOverFiles(String name) throws IOException {
        Path image = image("a.png", 1);
        Path mine = text(name, "mine");
        Object[] distort = {"distort", image, "--type", "jpeg", "-o", folder};

        assertRefused(run(distort), mine);
        assertThat(mine).hasContent("mine");
        assertThat(folder.resolve("a_jpeg_1.png")).doesNotExist();
        assertThat(run(with(distort, "--force")).exitCode()).isZero();
    }

    @Test
    void aDistortedImageIsNeverWrittenOverAnotherThatIsRead() throws IOException {
        Path first = image("a.png", 1);
        Path second = image("a_jpeg_3.png", 2);

        assertRefused(run("distort", first, second, "--type", "jpeg", "-o", folder, "--force"), second);
    }

    @Test
    void mapsAreNotWrittenOverFiles() throws IOException {
        Path mine = text("dist_ahiq_score.tif", "mine");
        Object[] score = {
            "score", "--model", model, "-r", image("ref.png", 1), "-d", image("dist.png", 2), "--maps", folder
        };

        assertRefused(run(score), mine);
        assertThat(mine).hasContent("mine");
        assertThat(run(with(score, "--force")).exitCode()).isZero();
    }

    @Test
    void aBatchReplacesResultsAndMapsByForceAndGoesOnWithItsOwn() throws IOException {
        image("a.png", 1);
        image("b.png", 2);
        Path manifest = text("pairs.csv", "reference,distorted", "a.png,b.png");
        Path results = text("out.csv", "mine");
        Object[] batch = {
            "batch", "--manifest", manifest, "--model", model, "--output", results, "--maps", folder.resolve("maps")
        };

        assertRefused(run(batch), results);
        assertThat(results).hasContent("mine");
        assertThat(run(with(batch, "--force")).exitCode()).isZero();
        assertThat(run(with(batch, "--resume")).err()).contains("1 pairs: 0 scored, 1 scored before.");
        Files.delete(results);
        assertRefused(run(batch), folder.resolve("maps/b_ahiq_score.tif"));
    }

    @Test
    void aReportIsNotWrittenOverFiles() throws IOException {
        Path results = text("summary.csv", "reference,distorted,mos,psnr", "a,1,1,20", "a,2,2,30", "b,3,4,35");
        Object[] evaluate = {"evaluate", "--results", results, "-o", folder};

        assertRefused(run(evaluate), results);
        assertRefused(run(with(evaluate, "--force")), results);
        Path moved = Files.move(results, folder.resolve("scores.csv"));
        assertThat(run("evaluate", "--results", moved, "-o", folder).exitCode()).isZero();
        assertRefused(run("evaluate", "--results", moved, "-o", folder), folder.resolve("by_distortion.csv"));
    }

    @Test
    void shardsAreNotMergedIntoOneOfThem() throws IOException {
        Path shard = text("a.csv", "x");

        assertRefused(run("merge", "-o", shard, shard, "--force"), shard);
        assertThat(shard).hasContent("x");
    }

    @Test
    void anExportedModelIsNotWrittenOverItsWeights() {
        Path weights = model.resolve("weights.safetensors");

        assertRefused(run("export", "-m", model, "-o", weights, "--force"), weights);
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
