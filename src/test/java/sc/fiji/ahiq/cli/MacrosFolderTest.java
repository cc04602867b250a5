/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.image.file.GreyFiles;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.synthesis.sample.Degradation;
import sc.fiji.ahiq.synthesis.sample.SampleField;
import sc.fiji.ahiq.synthesis.sample.SampleImage;

/** Every macro that comes with the program, without a display, with a small untrained model. */
class MacrosFolderTest {

    private static final Path MACROS = Path.of("macros").toAbsolutePath();

    @TempDir
    private Path temporary;

    private Path folder;

    private Path model;
    private Path reference;
    private Path noise;

    @BeforeEach
    void makeImages() throws Exception {
        folder = Files.createDirectory(temporary.resolve("with spaces"));
        model = folder.resolve("model");
        ModelFolder.write(model, new UntrainedModel("compact", CompactArchitecture.of(128, 8), 1));
        SampleField field = SampleField.simulate(1);
        reference = write(field.reference());
        Files.createDirectories(folder.resolve("images"));
        noise = write(field.degraded(Degradation.NOISE));
        write(field.degraded(Degradation.BLUR));
    }

    private Path write(SampleImage image) throws Exception {
        Path file =
                folder.resolve(image.name().equals("reference") ? "reference.png" : "images/" + image.name() + ".png");
        Files.createDirectories(file.getParent());
        GreyFiles.writePng(file, image.toBytes(), image.width(), image.height());
        return file;
    }

    @Test
    void everyMacroHasATest() throws Exception {
        try (Stream<Path> files = Files.list(MACROS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "score_pair.ijm",
                            "score_stack.ijm",
                            "score_folder.ijm",
                            "read_scores.ijm",
                            "weight_montage.ijm");
        }
    }

    @Test
    void scorePairPrintsTheScoreOfTheCommandLine() throws Exception {
        ChildJava.Result result = macro("score_pair.ijm", reference, noise, model);

        ChildJava.Result expected = ChildJava.asStarted(temporary)
                .ahiq(
                        "score",
                        "--model",
                        model.toString(),
                        "--reference",
                        reference.toString(),
                        "--distorted",
                        noise.toString(),
                        "--format",
                        "csv");
        String score = expected.out().lines().skip(1).findFirst().orElseThrow();
        String printed = result.out().trim().replaceFirst("^noise\\.png ", "");
        assertThat(Double.parseDouble(printed)).isNotZero();
        assertThat(List.of(score.split(","))).contains(printed);
    }

    @Test
    void readScoresPrintsTheScoresOfTheCommandLine() throws Exception {
        ChildJava.Result result = macro("read_scores.ijm", reference, noise);

        ChildJava.Result expected = ChildJava.asStarted(temporary)
                .ahiq(
                        "score",
                        "--metrics",
                        "psnr,ssim",
                        "-r",
                        reference.toString(),
                        "-d",
                        noise.toString(),
                        "--format",
                        "csv");
        String[] columns = expected.out().split("\\R")[0].split(",");
        String[] cells = expected.out().split("\\R")[1].split(",");
        int psnr = List.of(columns).indexOf("psnr");
        assertThat(result.out().strip())
                .isEqualTo(String.format(
                        Locale.ROOT, "noise.png PSNR %.6f SSIM %s", Double.valueOf(cells[psnr]), cells[psnr + 1]));
    }

    @Test
    void argumentsCanBeTheOptionsOfACommand() throws Exception {
        Path macro = Files.writeString(
                folder.resolve("my macro.ijm"),
                "print(call(\"sc.fiji.ahiq.ij1.AhiqPlugIn.call\", \"AHIQ Score Pair...\", getArgument()));");

        ChildJava.Result result = ChildJava.asStarted(temporary)
                .ahiq(
                        "macro",
                        macro.toString(),
                        "reference=[" + reference + "]",
                        "distorted=[" + noise + "]",
                        "model=[" + model + "]");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).matches("-?\\d\\.\\d{9,}\\R");
        assertThat(reference.toString()).contains(" ");
    }

    @Test
    void scoreStackSavesARowForEachSlice() throws Exception {
        Path stack = folder.resolve("stack.tif");
        ij.ImagePlus image = new ij.ImagePlus(noise.toString());
        ij.ImageStack slices = new ij.ImageStack(image.getWidth(), image.getHeight());
        slices.addSlice("a", image.getProcessor());
        slices.addSlice("b", image.getProcessor().duplicate());
        ij.IJ.saveAsTiff(new ij.ImagePlus("stack", slices), stack.toString());
        Path table = folder.resolve("table.csv");

        ChildJava.Result result = macro("score_stack.ijm", reference, stack, table, model);

        assertThat(result.out()).isEqualToNormalizingNewlines("Saved " + table + "\n");
        assertThat(Files.readAllLines(table)).hasSize(3);
    }

    @Test
    void scoreFolderSavesARowForEachImage() throws Exception {
        Path table = folder.resolve("table.csv");

        ChildJava.Result result = macro("score_folder.ijm", reference, folder.resolve("images"), table, model);

        assertThat(result.out()).isEqualToNormalizingNewlines("2 pairs: 2 scored.\nSaved " + table + "\n");
        assertThat(Files.readAllLines(table)).hasSize(3).last().asString().contains("noise.png");
    }

    @Test
    void weightMontageShowsFourPictures() throws Exception {
        Path montage = folder.resolve("montage.png");

        macro("weight_montage.ijm", montage);

        BufferedImage image = ImageIO.read(montage.toFile());
        assertThat(image.getWidth()).isEqualTo(4 * SampleField.SIZE / 2);
        assertThat(image.getHeight()).isEqualTo(SampleField.SIZE / 2);
        Path kept = Files.createDirectories(Path.of("target/screenshots")).resolve("weight_montage.png");
        Files.write(kept, Files.readAllBytes(montage));
    }

    private ChildJava.Result macro(String name, Path... arguments) throws Exception {
        String[] all = Stream.concat(
                        Stream.of("macro", MACROS.resolve(name).toString()),
                        Stream.of(arguments).map(Path::toString))
                .toArray(String[]::new);
        ChildJava.Result result = ChildJava.asStarted(temporary).ahiq(all);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return result;
    }
}
