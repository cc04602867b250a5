/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.synthesis.distortion.Distortion;
import sc.fiji.ahiq.synthesis.distortion.Distortions;

class DistortCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesImagesAndTheirManifest() throws IOException {
        Path grey = grey("cells.png");
        Path colour = colour("colours.png");
        Path output = folder.resolve("a/b");

        int exitCode = run(grey, colour, "--type", "jpeg,white-noise", "--level", "3", "--seed", 4, "--out", output);

        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines(output.resolve("manifest.csv") + "\n");
        assertThat(Files.readString(output.resolve("manifest.csv")))
                .isEqualTo(String.join(
                        "\r\n",
                        "reference,distorted,distortion,level",
                        grey + ",cells_jpeg_3.png,jpeg,3",
                        grey + ",cells_white-noise_3.png,white-noise,3",
                        colour + ",colours_jpeg_3.png,jpeg,3",
                        colour + ",colours_white-noise_3.png,white-noise,3",
                        ""));
        for (Path reference : new Path[] {grey, colour}) {
            String name = reference.getFileName().toString().replace(".png", "_white-noise_3.png");
            PlanarImage expected = Distortions.named("white-noise").apply(open(reference), 3, 4);
            assertThat(open(output.resolve(name)).toBytes())
                    .usingRecursiveComparison()
                    .isEqualTo(expected.toBytes());
        }
    }

    @Test
    void makesAllLevelsOfAllTypesThatFitAGreyImage() throws IOException {
        assertThat(run(grey("cells.png"), "-o", folder.resolve("out")))
                .as(err.toString())
                .isZero();

        int types = Distortions.all().size() - 5;
        assertThat(files(folder.resolve("out"))).isEqualTo(5 * types + 1);
        assertThat(Files.readAllLines(folder.resolve("out/manifest.csv"))).hasSize(5 * types + 1);
    }

    @Test
    void distortsRandomCropsBySomeOfTheTypes() throws IOException {
        Path colour = colour("colours.png");
        Path output = folder.resolve("out");
        PlanarImage whole = open(colour);
        int size = Math.min(whole.width(), whole.height()) - 3;

        assertThat(run(colour, "--crops", "2:" + size, "--sample", "3", "-o", output))
                .as(err.toString())
                .isZero();

        List<String> rows = Files.readAllLines(output.resolve("manifest.csv"));
        assertThat(rows).hasSize(1 + 2 * 3 * Distortion.LEVELS);
        assertThat(rows.get(1)).startsWith("colours_crop1.png,colours_crop1_");
        assertThat(rows.get(16)).startsWith("colours_crop2.png,colours_crop2_");
        assertThat(open(output.resolve("colours_crop1.png")).width()).isEqualTo(size);

        Path again = folder.resolve("again");
        run(colour, "--crops", "2:" + size, "--sample", "3", "-o", again);
        assertThat(Files.readString(again.resolve("manifest.csv")))
                .isEqualTo(Files.readString(output.resolve("manifest.csv")));
        for (String row : rows.subList(1, rows.size())) {
            assertThat(again.resolve(row.split(",")[1])).hasSameBinaryContentAs(output.resolve(row.split(",")[1]));
        }
    }

    @Test
    void distortsAnImageAtEveryScale() throws IOException {
        Path colour = colour("colours.png");
        Path output = folder.resolve("out");

        assertThat(run(colour, "--scale", "1,1.5", "--type", "jpeg", "--level", "2", "-o", output))
                .as(err.toString())
                .isZero();

        assertThat(Files.readAllLines(output.resolve("manifest.csv")))
                .containsExactly(
                        "reference,distorted,distortion,level",
                        colour + ",colours_jpeg_2.png,jpeg,2",
                        "colours_x1.5.png,colours_x1.5_jpeg_2.png,jpeg,2");
        assertThat(open(output.resolve("colours_x1.5.png")).width())
                .isEqualTo((int) Math.rint(1.5 * open(colour).width()));
    }

    @Test
    void denoisedVersionsHaveNoLevel() throws IOException {
        Path grey = grey("cells.png");
        Path output = folder.resolve("out");

        assertThat(run(grey, "--type", "denoised", "--sample", "1", "-o", output))
                .as(err.toString())
                .isZero();

        List<String> rows = Files.readAllLines(output.resolve("manifest.csv"));
        assertThat(rows).hasSize(1 + Distortion.LEVELS);
        assertThat(rows.subList(1, rows.size()))
                .allMatch(row -> row.matches(".*,cells_(denoised-[a-z]+-[0-9]+)_[1-5]\\.png,\\1,"));
    }

    @Test
    void cropsEndWhereTheImageDoes() throws IOException {
        Path colour = colour("colours.png");
        Path output = folder.resolve("out");

        assertThat(run(colour, "--crops", "2:5000", "--type", "jpeg", "-o", output))
                .isZero();

        assertThat(Files.readAllLines(output.resolve("manifest.csv")))
                .hasSize(1 + Distortion.LEVELS)
                .contains("colours_crop1.png,colours_crop1_jpeg_5.png,jpeg,5");
        assertThat(open(output.resolve("colours_crop1.png")).toBytes().get(2))
                .isEqualTo(open(colour).toBytes().get(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--crops  | 4x256 | crops=4x256: expected N:SIZE, such as 4:256.",
                "--crops  | 4:16  | Expected crops of at least 32 pixels, but found 16.",
                "--sample | -1    | sample=-1: expected 1 type or more, or 0 for all.",
                "--scale  | 2,0   | scale=2,0: expected factors above 0 separated by commas, such as 0.5,1,2."
            })
    void refusesMalformedSampling(String option, String value, String message) throws IOException {
        assertThat(run(colour("colours.png"), option, value, "-o", folder.resolve("out")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void listsTheTypes() {
        assertThat(run("--list")).isZero();

        List<Distortion> types = Stream.concat(Distortions.all().stream(), Distortions.denoised().stream())
                .toList();
        assertThat(out.toString().lines()).hasSameSizeAs(types);
        for (Distortion distortion : types) {
            assertThat(out.toString()).contains(distortion.name() + " ").contains(distortion.description());
        }
    }

    @Test
    void wantsImagesAndAFolder() throws IOException {
        assertThat(run("--out", folder)).isEqualTo(ExitCode.USAGE);
        assertThat(run(grey("cells.png"))).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString().lines()).containsOnly("ahiq: Expected images and a folder for the output, or list.");
    }

    @Test
    void refusesImagesWhoseFilesWouldReplaceEachOther() throws IOException {
        Path first = grey("cells.png");
        Path second = grey("b/Cells.png");

        assertThat(run(first, second, "--out", folder.resolve("out"))).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString())
                .isEqualToNormalizingNewlines("ahiq: Files of " + first + " and of " + second
                        + " would have the same names. Distort them into different folders.\n");
    }

    @Test
    void refusesUnknownTypesAndLevelsBeforeMakingAFolder() throws IOException {
        Path image = grey("cells.png");

        assertThat(run(image, "--type", "rain", "--out", folder.resolve("out"))).isEqualTo(ExitCode.USAGE);
        assertThat(run(image, "--level", "0", "--out", folder.resolve("out"))).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString())
                .contains("ahiq: Unknown distortion 'rain': expected gaussian-blur, ")
                .contains("ahiq: Expected a level from 1 (weakest) to 5, or all, but found '0'.");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void leavesNoManifestWhenAnImageCannotBeDistorted() throws IOException {
        Path deep = save(new ShortProcessor(40, 40), "deep.tif");

        assertThat(run(grey("cells.png"), deep, "--type", "jpeg", "--out", folder.resolve("out")))
                .isNotZero();

        assertThat(err.toString()).startsWith("ahiq: Expected an 8-bit or RGB image, but " + deep + " is 16-bit.");
        assertThat(folder.resolve("out/manifest.csv")).doesNotExist();
    }

    @Test
    void stopsWhenItIsCancelled() throws IOException {
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        Path image = grey("cells.png");

        int exitCode = Main.run(
                new String[] {
                    "distort", image.toString(), "--out", folder.resolve("out").toString()
                },
                cancellation,
                new PrintWriter(out),
                new PrintWriter(err));

        assertThat(exitCode).isEqualTo(ExitCode.CANCELLED);
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    private int run(Object... options) {
        String[] arguments = Stream.concat(Stream.of("distort"), Stream.of(options))
                .map(Object::toString)
                .toArray(String[]::new);
        return Main.run(arguments, new Cancellation(), new PrintWriter(out), new PrintWriter(err));
    }

    private static PlanarImage open(Path file) {
        return PlanarImage.ofEightBits(ImageFiles.open(file));
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private Path grey(String name) throws IOException {
        byte[] pixels = new byte[40 * 36];
        new Random(1).nextBytes(pixels);
        return save(new ByteProcessor(40, 36, pixels), name);
    }

    private Path colour(String name) throws IOException {
        return save(new ColorProcessor(40, 36, new Random(2).ints(40 * 36).toArray()), name);
    }

    private Path save(ImageProcessor pixels, String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        FileSaver saver = new FileSaver(new ImagePlus("", pixels));
        assertThat(name.endsWith(".tif") ? saver.saveAsTiff(file.toString()) : saver.saveAsPng(file.toString()))
                .isTrue();
        return file;
    }
}
