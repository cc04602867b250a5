/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.file.ImageFiles;

/** Maps and pictures of {@code ahiq score}. */
class ScoreCommandImagesTest extends CommandLineFixture {

    @Test
    void thePictureHasARowForEveryImageThatCouldBeScored() throws IOException {
        Path picture = folder.resolve("picture.PNG");

        Run run = run(
                "score",
                "-m",
                model,
                "-r",
                image("a.png", 1),
                "-d",
                image("b.png", 2),
                folder.resolve("no.png"),
                image("c.png", 4),
                "--picture",
                picture);

        assertThat(run.exitCode()).isEqualTo(3);
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isGreaterThanOrEqualTo(4 * 40 + 3 * 6);
        assertThat(image.getHeight()).isBetween(2 * 36 + 6, 3 * 36 + 100);
    }

    @Test
    void aPictureOfAMetricWithoutPatchesShowsItsMap() throws IOException {
        Path picture = folder.resolve("map.png");

        Run run = run(
                "score", "-r", image("a.png", 1), "-d", image("b.png", 2), "--metrics=psnr,ssim", "--picture", picture);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThanOrEqualTo(3 * 40 + 2 * 6);
    }

    @Test
    void aPictureThatCannotBeMadeIsRefusedBeforeScoring() throws IOException {
        Object[] pair = {"score", "-r", image("a.png", 1), "-d", image("b.png", 2), "--picture"};

        assertThat(run(with(pair, "p.jpg")).err())
                .isEqualTo("ahiq: picture=p.jpg: expected a name that ends with .png.\n");
        assertThat(run(with(pair, folder.resolve("no/p.png"))).err())
                .isEqualTo("ahiq: picture=" + folder.resolve("no/p.png")
                        + ": expected a folder that exists, but there is no " + folder.resolve("no") + ".\n");
        Run withoutAhiq = run(with(with(pair, folder.resolve("p.png")), "--metrics=psnr"));
        assertThat(withoutAhiq.err())
                .isEqualTo(
                        "ahiq: picture=" + folder.resolve("p.png")
                                + ": expected a metric with a map among the metrics, such as ahiq or st_lpips, which it shows.\n");
        assertThat(withoutAhiq.exitCode()).isEqualTo(2);
    }

    @Test
    void qualityMapsOfOtherMetricsAreNamedAfterThem() throws IOException {
        Path maps = folder.resolve("maps");

        Run run = run(
                "score",
                "-r",
                image("a.png", 1),
                "-d",
                image("b.png", 2),
                "--metrics",
                "psnr,gmsd,gsm",
                "--maps",
                maps);

        assertThat(run.exitCode()).isZero();
        assertThat(maps.toFile().list()).containsExactlyInAnyOrder("b_gmsd.tif", "b_gsm.tif");
        ImagePlane map = ImageFiles.open(maps.resolve("b_gmsd.tif"));
        assertThat(List.of(map.width(), map.height())).containsExactly(20L, 18L);
    }

    @Test
    void mapsAreNamedAfterTheirImagesAndNeverShareAName() throws IOException {
        Path maps = folder.resolve("new/maps ä");
        Path b = image("x/b.png", 2);

        Run run = run("score", "-m", model, "-r", image("a.png", 1), "-d", b, image("y/B.png", 3), b, "--maps", maps);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(maps.toFile().list())
                .containsExactlyInAnyOrder(
                        "b_ahiq_score.tif", "b_ahiq_weight.tif", "B-2_ahiq_score.tif", "B-2_ahiq_weight.tif");
        ImagePlane map = ImageFiles.open(maps.resolve("b_ahiq_weight.tif"));
        assertThat(List.of(map.width(), map.height())).containsExactly(40L, 36L);
    }

    @Test
    void aMapWhoseFileIsAFolderIsRefused() throws IOException {
        Path maps = folder.resolve("maps");
        Files.createDirectories(maps.resolve("b_ahiq_score.tif"));

        Run run = run(
                "score",
                "-m",
                model,
                "-r",
                image("a.png", 1),
                "-d",
                image("b.png", 2),
                "--maps",
                maps,
                "--format",
                "csv");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "ahiq: Expected a file to write, but " + maps.resolve("b_ahiq_score.tif") + " is a folder.");
    }

    @Test
    void aMapsFolderThatIsAFileIsRefusedBeforeScoring() throws IOException {
        Path file = image("b.png", 2);

        Run run = run("score", "-m", model, "-r", image("a.png", 1), "-d", file, "--maps", file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("ahiq: Cannot make the folder " + file + ": ")
                .endsWith("Name another one.\n");
    }

    @Test
    void anImagePathWithoutANameIsAnErrorOfThatImage() throws IOException {
        Path root = folder.toAbsolutePath().getRoot();

        Run run = run("score", "-m", model, "-r", image("a.png", 1), "-d", root, "--maps", folder.resolve("maps"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("ahiq: Expected a PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 or WebP image, but " + root
                        + " is a folder. Give a file inside it.\n");
    }
}
