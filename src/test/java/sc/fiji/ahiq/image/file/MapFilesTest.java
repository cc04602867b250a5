/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffEncoder;
import ij.process.FloatProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ConstantUtils;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.ResultsException;

class MapFilesTest {

    private static final float[] PIXELS = {0.1f, -2.5f, Float.NaN, Float.MIN_VALUE, 3e10f, 1 / 3f};

    @TempDir
    private Path folder;

    private static Img<FloatType> map(float[] pixels, int width, int height) {
        return ArrayImgs.floats(pixels, width, height);
    }

    @Test
    void imageJReadsTheSamePixels() {
        Path file = folder.resolve("map.tif");

        MapFiles.write(file, map(PIXELS, 3, 2));

        ImagePlus map = new Opener().openTiff(folder + "/", "map.tif");
        assertThat(map.getType()).isEqualTo(ImagePlus.GRAY32);
        assertThat(map.getWidth()).isEqualTo(3);
        assertThat(map.getHeight()).isEqualTo(2);
        assertThat((float[]) map.getProcessor().getPixels()).containsExactly(PIXELS);
        assertThat(map.getDisplayRangeMin()).isEqualTo(-2.5);
        assertThat(map.getDisplayRangeMax()).isEqualTo(3e10f);
    }

    @Test
    void mapsWithoutAnyValueOpenToo() {
        MapFiles.write(folder.resolve("empty.tif"), map(new float[] {Float.NaN, Float.NaN}, 2, 1));

        assertThat((float[]) new Opener()
                        .openTiff(folder + "/", "empty.tif")
                        .getProcessor()
                        .getPixels())
                .containsExactly(Float.NaN, Float.NaN);
    }

    @Test
    void replacesAFileAndLeavesNoOther() throws IOException {
        Path file = Files.writeString(folder.resolve("map.tif"), "before");

        MapFiles.write(file, map(PIXELS, 3, 2));

        assertThat(Files.size(file)).isGreaterThan(100);
        assertThat(folder.toFile().list()).containsExactly("map.tif");
    }

    @Test
    void aFolderThatIsAFileIsExplained() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("map.tif");

        assertThatThrownBy(() -> MapFiles.write(file, map(PIXELS, 3, 2)))
                .isInstanceOf(ResultsException.class)
                .hasMessageStartingWith("Cannot write the map " + file + ": ");
    }

    @Test
    void bytesAreThoseThatImageJWrites() throws IOException {
        Random random = new Random(1);
        float[] noise = new float[1000 * 531];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = i % 7 == 0 ? Float.NaN : random.nextFloat();
        }
        assertWrittenAsByImageJ(PIXELS, 3, 2);
        assertWrittenAsByImageJ(PIXELS, 1, 6);
        assertWrittenAsByImageJ(noise, 1000, 531);
        assertWrittenAsByImageJ(noise, noise.length, 1);
        assertWrittenAsByImageJ(new float[] {-0f, 0f, -0f, 0f}, 2, 2);
        assertWrittenAsByImageJ(new float[] {0f, -0f}, 2, 1);
        assertWrittenAsByImageJ(new float[] {Float.NaN, Float.NaN}, 2, 1);
        assertWrittenAsByImageJ(new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1, Float.NaN}, 4, 1);
    }

    private void assertWrittenAsByImageJ(float[] pixels, int width, int height) throws IOException {
        FloatProcessor processor = new FloatProcessor(width, height, pixels);
        processor.resetMinAndMax();
        FileInfo info = new ImagePlus("map", processor).getFileInfo();
        info.description =
                "ImageJ=" + ImageJ.VERSION + "\nmin=" + processor.getMin() + "\nmax=" + processor.getMax() + "\n";
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        boolean before = Prefs.intelByteOrder;
        Prefs.intelByteOrder = true; // ImageJ's default, which a setting of its user changes
        try {
            new TiffEncoder(info).write(expected);
        } finally {
            Prefs.intelByteOrder = before;
        }
        Path file = folder.resolve("map.tif");

        MapFiles.write(file, map(pixels, width, height));

        assertThat(Files.readAllBytes(file)).isEqualTo(expected.toByteArray());
    }

    @Test
    void aMapOfAnyOriginIsWrittenFromItsCorner() {
        Path file = folder.resolve("map.tif");

        MapFiles.write(
                file,
                Views.interval(Views.translate(map(PIXELS, 3, 2), 10, -4), Intervals.createMinSize(11, -4, 2, 2)));

        assertThat((float[]) new Opener()
                        .openTiff(folder + "/", "map.tif")
                        .getProcessor()
                        .getPixels())
                .containsExactly(PIXELS[1], PIXELS[2], PIXELS[4], PIXELS[5]);
    }

    @Test
    void aMapAboveTheLimitOfTiffIsRefused() {
        RandomAccessibleInterval<FloatType> huge =
                ConstantUtils.constantRandomAccessibleInterval(new FloatType(1), new FinalInterval(32768, 32768));

        assertThat(MapFiles.fits(huge)).isFalse();
        assertThat(MapFiles.fits(Views.interval(huge, new FinalInterval(32768, 32767))))
                .isTrue();
        assertThatThrownBy(() -> MapFiles.write(folder.resolve("map.tif"), huge))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected a map of at most 1073740800 pixels, for a TIFF file holds 4 GB, but it"
                        + " is 32768 x 32768. Score regions of the image to have their maps.");
        assertThat(folder).isEmptyDirectory();
    }
}
