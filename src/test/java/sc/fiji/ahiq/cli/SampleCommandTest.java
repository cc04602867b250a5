/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.synthesis.sample.Degradation;
import sc.fiji.ahiq.synthesis.sample.DrawnImages;
import sc.fiji.ahiq.synthesis.sample.SampleField;
import sc.fiji.ahiq.synthesis.sample.SampleImage;

class SampleCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesPngFilesWithThePixelsOfTheField() {
        Path images = folder.resolve("a/b");

        assertThat(run("--output", images.toString())).isZero();

        assertThat(out.toString().lines())
                .containsExactlyElementsOf(List.of("reference", "denoised", "noise", "blur", "jpeg").stream()
                        .map(name -> images.resolve(name + ".png").toString())
                        .toList());
        SampleImage expected = SampleField.simulate(1).degraded(Degradation.JPEG);
        assertThat(open(images.resolve("jpeg.png")).getProcessor().getPixels()).isEqualTo(expected.toBytes());
    }

    @Test
    void writesTiffFilesOf16BitsOfAnotherField() {
        assertThat(run("--output", folder.toString(), "--bits", "16", "--seed", "2"))
                .isZero();

        SampleImage expected = SampleField.simulate(2).reference();
        assertThat(open(folder.resolve("reference.tif")).getProcessor().getPixels())
                .isEqualTo(expected.toShorts());
    }

    @Test
    void drawsPagesAndPhantoms() {
        assertThat(run("--output", folder.toString(), "--drawn", "2", "--seed", "7"))
                .isZero();

        assertThat(out.toString().lines())
                .containsExactlyElementsOf(List.of("page1", "phantom1", "page2", "phantom2").stream()
                        .map(name -> folder.resolve(name + ".png").toString())
                        .toList());
        assertThat(open(folder.resolve("page2.png")).getBitDepth()).isEqualTo(24);
        assertThat(open(folder.resolve("phantom2.png")).getProcessor().getPixels())
                .isEqualTo(DrawnImages.phantom(9).toBytes());
    }

    @Test
    void refusesToDrawLessThanNothing() {
        assertThat(run("--output", folder.toString(), "--drawn", "-1")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).isEqualToNormalizingNewlines("ahiq: drawn=-1: expected 0 or more.\n");
    }

    @Test
    void refusesOtherBits() {
        assertThat(run("--output", folder.toString(), "--bits", "12")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).isEqualToNormalizingNewlines("ahiq: bits=12: expected 8 or 16.\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhenTheFolderCannotBeMade() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("--output", file.resolve("images").toString())).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).startsWith("ahiq: Cannot make the folder " + file.resolve("images") + ": ");
    }

    private static ImagePlus open(Path file) {
        return IJ.openImage(file.toString());
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "sample";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Main.run(arguments, new Cancellation(), new PrintWriter(out), new PrintWriter(err));
    }
}
