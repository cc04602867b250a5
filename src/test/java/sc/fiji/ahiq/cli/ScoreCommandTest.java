/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCommandTest extends CommandLineFixture {

    private static final List<String> COLUMNS = List.of(
            "reference",
            "distorted",
            "ahiq",
            "sd",
            "crop_plan",
            "crops",
            "seed",
            "pad",
            "range",
            "coverage",
            "model",
            "weights_sha256",
            "device",
            "precision",
            "version",
            "seconds",
            "error");

    @Test
    void theTableNamesWhatAllRowsShareAndGivesEachALine() throws IOException {
        Run run = run(
                "score",
                "-m",
                model,
                "-r",
                image("a.png", 1),
                "-d",
                image("b.png", 2),
                image("c.png", 3),
                "--crops",
                "five");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).matches("model      compact \\(weights [0-9a-f]{12}\\): UNTRAINED .*");
        assertThat(lines.subList(1, 6))
                .containsExactly(
                        "reference  " + folder.resolve("a.png"),
                        "crops      five, seed 0, cpu float32",
                        "range      full range of 8-bit: 0..255",
                        "",
                        "          ahiq          sd  coverage      time  distorted");
        assertThat(lines.get(6)).matches(" +-?\\d\\.\\d{9} +\\d\\.\\d{6} +100\\.0% +\\d+\\.\\ds  .*b\\.png");
        assertThat(lines.get(7)).endsWith("c.png");
        assertThat(lines).hasSize(8);
    }

    @Test
    void csvAndJsonHoldTheSameRowsInFullPrecision() throws IOException {
        Path reference = image("a.png", 1);
        Path distorted = image("b, \"ü\".png", 2);

        CSVRecord csv = csv(run("score", "-m", model, "-r", reference, "-d", distorted, "--format", "csv"))
                .get(0);
        JsonObject json = json(run("score", "-m", model, "-r", reference, "-d", distorted, "--format", "json"))
                .get(0)
                .getAsJsonObject();

        assertThat(csv.getParser().getHeaderNames()).isEqualTo(COLUMNS);
        assertThat(json.keySet()).startsWith(COLUMNS.toArray(String[]::new)).endsWith("crop_scores");
        assertThat(csv.get("distorted"))
                .isEqualTo(distorted.toString())
                .isEqualTo(json.get("distorted").getAsString());
        assertThat(Double.parseDouble(csv.get("ahiq")))
                .isEqualTo(json.get("ahiq").getAsDouble());
        assertThat(Double.parseDouble(csv.get("sd"))).isEqualTo(json.get("sd").getAsDouble());
        assertThat(csv.get("error")).isEmpty();
        assertThat(json.get("error").isJsonNull()).isTrue();
        assertThat(json.get("ahiq").getAsDouble())
                .isCloseTo(meanCropScore(json.getAsJsonArray("crop_scores")), within(1e-12));
        assertThat(json.getAsJsonArray("crop_scores").get(1).getAsJsonObject().keySet())
                .containsExactly("left", "top", "score");
    }

    @Test
    void everyOptionReachesTheRow() throws IOException {
        CSVRecord row = csv(run(
                        "score",
                        "--model=" + model,
                        "--reference",
                        image("a.png", 1, 20, 36),
                        "--distorted=" + image("b.png", 2, 20, 36),
                        "--crops=random:3",
                        "--seed=-7",
                        "--range=-10:300",
                        "--pad=REFLECT",
                        "--device=cpu",
                        "--precision=float32",
                        "--batch=2",
                        "--format=CSV"))
                .get(0);

        assertThat(row.get("crop_plan")).isEqualTo("random:3");
        assertThat(row.get("crops")).isEqualTo("3");
        assertThat(row.get("seed")).isEqualTo("-7");
        assertThat(row.get("range")).isEqualTo("explicit: -10..300");
        assertThat(row.get("pad")).isEqualTo("reflect");
        assertThat(row.get("device")).isEqualTo("cpu");
        assertThat(row.get("precision")).isEqualTo("float32");
        assertThat(row.get("model")).isEqualTo("compact");
        assertThat(row.get("weights_sha256")).matches("[0-9a-f]{64}");
    }

    @Test
    void theSeedChoosesTheRandomCrops() throws IOException {
        Path a = image("a.png", 1);
        Path b = image("b.png", 2);
        String[] command = {
            "score", "-m", model + "", "-r", a + "", "-d", b + "", "--crops", "random:2", "--format", "csv"
        };

        String first = csv(run((Object[]) command)).get(0).get("ahiq");

        assertThat(csv(run((Object[]) command)).get(0).get("ahiq")).isEqualTo(first);
        assertThat(csv(run(
                                "score",
                                "-m",
                                model,
                                "-r",
                                a,
                                "-d",
                                b,
                                "--crops",
                                "random:2",
                                "--format",
                                "csv",
                                "--seed",
                                9))
                        .get(0)
                        .get("ahiq"))
                .isNotEqualTo(first);
    }

    @Test
    void oneBadImageOfThreeIsARowWithItsErrorAndTheOthersAreScored() throws IOException {
        Path wide = image("wide.png", 3, 41, 36);
        Object[] pairs = {
            "score",
            "-m",
            model,
            "-r",
            image("a.png", 1),
            "-d",
            image("b.png", 2),
            wide,
            "-d",
            image("c.png", 4),
            "--format"
        };
        String expected = "Expected images of the same size, but reference " + folder.resolve("a.png")
                + " is 40 x 36 and distorted " + wide + " is 41 x 36. Scale or crop one of them so that both show the"
                + " same scene pixel by pixel.";

        Run asCsv = run(with(pairs, "csv"));
        Run asJson = run(with(pairs, "json"));
        Run asTable = run(with(pairs, "table"));

        assertThat(List.of(asCsv.exitCode(), asJson.exitCode(), asTable.exitCode()))
                .containsOnly(3);
        assertThat(List.of(asCsv.err(), asJson.err(), asTable.err())).containsOnly("ahiq: " + expected + "\n");
        List<CSVRecord> rows = csv(asCsv);
        assertThat(rows).extracting(row -> row.get("error")).containsExactly("", expected, "");
        assertThat(rows).extracting(row -> row.get("ahiq").isEmpty()).containsExactly(false, true, false);
        assertThat(json(asJson).get(1).getAsJsonObject().get("error").getAsString())
                .isEqualTo(expected);
        assertThat(json(asJson).get(1).getAsJsonObject().getAsJsonArray("crop_scores"))
                .isEmpty();
        assertThat(asTable.out().lines().filter(line -> line.contains("failed")))
                .singleElement()
                .asString()
                .endsWith(wide.toString());
    }

    @Test
    void aMissingImageIsARow() throws IOException {
        Run run = run("score", "-m", model, "-r", image("a.png", 1), "-d", folder.resolve("no.png"), "--format", "csv");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(csv(run).get(0).get("error"))
                .isEqualTo("Expected a PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 or WebP image, but "
                        + folder.resolve("no.png") + " does not exist. Check the path.");
    }

    @Test
    void withoutItsReferenceNothingIsScored() throws IOException {
        Run run = run(
                "score",
                "-m",
                model,
                "-r",
                folder.resolve("no.png"),
                "-d",
                image("b.png", 2),
                "--maps",
                folder.resolve("maps"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).containsPattern("(?m)^ +failed +.*b\\.png$").doesNotContain("%");
        assertThat(run.err())
                .isEqualTo("ahiq: Expected a PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 or WebP image, but "
                        + folder.resolve("no.png") + " does not exist. Check the path.\n");
        assertThat(folder.resolve("maps")).isEmptyDirectory();
    }

    @Test
    void anImageSmallerThanACropNeedsPadding() throws IOException {
        Path a = image("a.png", 1, 31, 36);
        Path b = image("b.png", 2, 31, 36);

        Run refused = run("score", "-m", model, "-r", a, "-d", b);

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .contains("at least 32 x 32 pixels")
                .contains("is 31 x 36")
                .contains("--pad reflect");
        assertThat(run("score", "-m", model, "-r", a, "-d", b, "--pad", "reflect")
                        .exitCode())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--crops     | all      | Unknown crop plan 'all'.",
                "--crops     | dense:33 | 33",
                "--range     | 5:1      | Expected finite LO:HI with LO smaller than HI, but the range is '5:1'.",
                "--pad       | zero     | Unknown padding 'zero': expected none or reflect.",
                "--device    | tpu      | Unknown device 'tpu': expected auto, cpu, gpu, or gpu and a number (gpu0).",
                "--precision | int8     | Unknown precision 'int8': expected float32 or mixed.",
                "--batch     | -1       | batch=-1: expected 0 or more.",
                "--batch     | 2000     | Batch 2000: expected 1 to 1024.",
                "--batch     | two      | batch=two: expected a whole number.",
                "--seed      | x        | seed=x: expected a whole number.",
                "--format    | xml      | format=xml: expected table, csv or json.",
                "--metrics   | pnsr     | Unknown metric 'pnsr', did you mean 'psnr'? Expected names, separated by commas, out of ahiq, ",
                "--cropz     | grid     | Unknown option '--cropz': 'ahiq score --help' lists all.",
            })
    void aBadOptionIsNamedWithWhatIsExpected(String option, String value, String message) throws IOException {
        Run run = run("score", "-m", model, "-r", image("a.png", 1), "-d", image("b.png", 2), option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("ahiq: ").contains(message);
    }

    @Test
    void aGpuThatIsMissingIsAnError() throws IOException {
        Run run = run("score", "-m", model, "-r", image("a.png", 1), "-d", image("b.png", 2), "--device", "gpu99");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .startsWith("ahiq: Device gpu99 was asked for, but PyTorch ")
                .contains("Use --device cpu");
    }

    @Test
    void mixedPrecisionNeedsAGpu() throws IOException {
        Run run = run(
                "score",
                "-m",
                model,
                "-r",
                image("a.png", 1),
                "-d",
                image("b.png", 2),
                "--precision",
                "mixed",
                "--device",
                "cpu");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .isEqualTo("ahiq: Precision mixed needs a GPU, but the device is cpu. Use --precision float32.\n");
    }

    @Test
    void withoutAModelTheOneOfTheProgramScores() throws IOException {
        Path reference = image("a.png", 1, 130, 128);

        Run run = run("score", "-r", reference, "-d", image("b.png", 2, 130, 128), "--format", "csv");

        assertThat(run.exitCode()).isZero();
        assertThat(csv(run).get(0).get("model")).isEqualTo("ahiq-s");
    }

    @Test
    void aModelThatComparesWholeImagesGivesItselfOneAndHasAPicture() throws IOException {
        Path reference = image("a.png", 1, 70, 50);
        Path picture = folder.resolve("picture.png");

        Run run = run(
                "score",
                "-r",
                reference,
                "-d",
                reference,
                image("b.png", 2, 70, 50),
                "--format",
                "csv",
                "--picture",
                picture);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(csv(run).get(0).get("ahiq")).isEqualTo("1.0");
        assertThat(Double.parseDouble(csv(run).get(1).get("ahiq"))).isBetween(0.0, 0.5);
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThanOrEqualTo(4 * 70 + 3 * 6);
    }

    @Test
    void aFolderWithoutAModelIsNamed() throws IOException {
        Path missing = folder.resolve("missing");

        Run run = run("score", "-m", missing, "-r", image("a.png", 1), "-d", image("b.png", 2));

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .startsWith("ahiq: No model '" + missing + "': there is no model.yaml in a folder of that path")
                .contains("'ahiq models list' or, in ImageJ, AHIQ Models... tells which ones can be had.");
    }

    @Test
    void damagedWeightsAreNamed() throws IOException {
        Path damaged = Files.createDirectories(folder.resolve("damaged"));
        Files.copy(model.resolve("model.yaml"), damaged.resolve("model.yaml"));
        byte[] weights = Files.readAllBytes(model.resolve("weights.safetensors"));
        weights[weights.length - 1] ^= 1;
        Files.write(damaged.resolve("weights.safetensors"), weights);

        Run run = run("score", "-m", damaged, "-r", image("a.png", 1), "-d", image("b.png", 2));

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .contains(damaged.resolve("weights.safetensors").toString())
                .contains("SHA-256");
    }

    @Test
    void verboseNamesEngineAndDeviceOnStandardError() throws IOException {
        Run run = run("score", "-m", model, "-r", image("a.png", 1), "-d", image("b.png", 2), "-v", "--batch", 3);

        assertThat(run.err()).matches("engine PyTorch .*, device cpu, batch 3\n");
        assertThat(run.out()).doesNotContain("engine");
    }

    @Test
    void aRequestToStopEndsWithTheDocumentClosed() throws IOException {
        Cancellation cancellation = new Cancellation();
        cancellation.request();

        Run run = run(
                cancellation,
                "score",
                "-m",
                model,
                "-r",
                image("a.png", 1),
                "-d",
                image("b.png", 2),
                "--format",
                "json");

        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(json(run)).isEmpty();
        assertThat(run.err()).isEqualTo("ahiq: Cancelled.\n");
    }

    @Test
    void numbersHaveADecimalPointInEveryCountry() throws IOException {
        Path a = image("a.png", 1);
        Path b = image("b.png", 2);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(run("score", "-m", model, "-r", a, "-d", b).out()).matches("(?s).* -?\\d\\.\\d{9} .*");
            assertThat(csv(run("score", "-m", model, "-r", a, "-d", b, "--format", "csv"))
                            .get(0)
                            .get("ahiq"))
                    .contains(".");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void resultsThatCannotBeWrittenAreAFailure() throws IOException {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int count) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        StringWriter err = new StringWriter();
        String[] command = {"score", "-m", model + "", "-r", image("a.png", 1) + "", "-d", image("b.png", 2) + ""};

        int exitCode = Main.run(command, new Cancellation(), new PrintWriter(full), new PrintWriter(err));

        assertThat(exitCode).isEqualTo(1);
        assertThat(err).asString().startsWith("ahiq: standard output could not be written, so results are missing.");
    }

    private static double meanCropScore(JsonArray crops) {
        double sum = 0;
        for (JsonElement crop : crops) {
            sum += crop.getAsJsonObject().get("score").getAsFloat();
        }
        return sum / crops.size();
    }
}
