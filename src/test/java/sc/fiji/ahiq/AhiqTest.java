/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.ij1.CompactModel;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.scoring.batch.BatchSummary;

class AhiqTest {

    private static final Path REFERENCE = Path.of("src/test/resources/images/scene1.png");
    private static final Path DISTORTED = Path.of("src/test/resources/images/scene1_blur.png");

    @TempDir
    private static Path folder;

    private static Path model;

    @BeforeAll
    static void makeModel() {
        model = CompactModel.write(folder.resolve("model"));
    }

    private static AhiqBuilder compact() {
        return Ahiq.builder().model(model.toString()).device("cpu");
    }

    /** The colours as a bare image of three dimensions. */
    private static Img<UnsignedByteType> bytes(Path file) {
        ImagePlane plane = ImageFiles.open(file);
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(plane.width(), plane.height(), 3);
        for (int c = 0; c < 3; c++) {
            Cursor<UnsignedByteType> target =
                    Views.flatIterable(Views.hyperSlice(image, 2, c)).cursor();
            Views.flatIterable(plane.channels().get(c))
                    .forEach(pixel -> target.next().setReal(pixel.getRealDouble()));
        }
        return image;
    }

    @Test
    void filesImagesOfImageJAndImagesOfImglib2HaveTheSameScore() {
        try (Ahiq ahiq = compact().open()) {
            double score = ahiq.score(REFERENCE, DISTORTED).value();

            assertThat(score).isFinite();
            assertThat(ahiq.score(IJ.openImage(REFERENCE.toString()), IJ.openImage(DISTORTED.toString()))
                            .value())
                    .isEqualTo(score);
            assertThat(ahiq.score(bytes(REFERENCE), bytes(DISTORTED)).value()).isEqualTo(score);
            assertThat(ahiq.score(Ahiq.image(REFERENCE), Ahiq.image(bytes(DISTORTED)))
                            .value())
                    .isEqualTo(score);
        }
    }

    @Test
    void mapsAggregateToTheScore() {
        try (Ahiq ahiq = compact().crops("dense").open()) {
            Score score = ahiq.score(REFERENCE, DISTORTED);
            RandomAccessibleInterval<FloatType> quality = score.quality();
            RandomAccessibleInterval<FloatType> weight = score.weight();

            double sum = 0;
            double weights = 0;
            Cursor<FloatType> w = Views.flatIterable(weight).cursor();
            for (FloatType f : Views.flatIterable(quality)) {
                float value = w.next().get();
                sum += (double) f.get() * value;
                weights += value;
            }

            assertThat(sum / weights).isEqualTo(score.value());
            assertThat(quality.dimensionsAsLongArray())
                    .isEqualTo(weight.dimensionsAsLongArray())
                    .isEqualTo(new long[] {
                        ImageFiles.open(REFERENCE).width(),
                        ImageFiles.open(REFERENCE).height()
                    });
        }
    }

    @Test
    void otherMetricsGoByTheirNames() {
        try (Ahiq ahiq = Ahiq.builder().metrics("psnr,gmsd").maps(true).open()) {
            Score score = ahiq.score(REFERENCE, DISTORTED);

            assertThat(score.value("psnr")).hasValue(score.value());
            assertThat(score.value("gmsd")).isPresent();
            assertThat(score.value("ahiq")).isEmpty();
            assertThat(score.maps("gmsd")).hasSize(1);
            assertThat(score.row()).containsKeys("reference", "psnr", "gmsd", "range");
        }
    }

    @Test
    void stacksHaveAScoreForEachPlane() {
        ImageSource stack = ImageSource.of("stack", ArrayImgs.unsignedBytes(64, 64, 2), "XYZ");
        ImageSource noise = ImageSource.of("noise", ramp(64, 64, 2), "XYZ");

        try (Ahiq ahiq = Ahiq.builder().metrics("psnr").open()) {
            List<Score> scores = ahiq.scoreStack(stack, noise);

            assertThat(scores).extracting(score -> score.position().slice()).containsExactly(1, 2);
            assertThat(scores.get(0).value()).isNotEqualTo(scores.get(1).value());
            assertThatThrownBy(() -> ahiq.score(stack, noise))
                    .isInstanceOf(ImageException.class)
                    .hasMessage("Expected a single plane, but noise has 2 slices and 1 frames. Score it as a stack.");
        }
    }

    private static Img<UnsignedByteType> ramp(long... size) {
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(size);
        int value = 0;
        for (UnsignedByteType pixel : image) {
            pixel.set(value++ / 100 % 256);
        }
        return image;
    }

    @Test
    void aManifestIsScoredIntoAFile() throws IOException {
        Path manifest = folder.resolve("pairs.csv");
        Files.writeString(
                manifest,
                "reference,distorted\n" + REFERENCE.toAbsolutePath() + "," + DISTORTED.toAbsolutePath() + "\n");
        Path results = folder.resolve("results.csv");

        try (Ahiq ahiq = compact().metrics("ahiq,psnr").open()) {
            BatchSummary summary = ahiq.batch(manifest, results);

            assertThat(summary.scored()).isEqualTo(1);
            assertThat(Files.readString(results))
                    .contains("," + ahiq.score(REFERENCE, DISTORTED).value() + ",");
        }
    }

    @Test
    void aMissingModelIsTold() {
        AhiqBuilder builder = Ahiq.builder().model(folder.resolve("none").toString());

        assertThatThrownBy(builder::open).isInstanceOf(ModelException.class).hasMessageStartingWith("No model ");
    }
}
