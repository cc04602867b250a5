/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.IntensityRange;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.metric.Reference;

/** Files that users brought, with the values that they expect. */
class TiffCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    private static ImagePlane open(String file) {
        return ImageFiles.open(CASES.resolve(file));
    }

    private static double psnr(String reference, String distorted) {
        ImagePlane first = open(reference);
        IntensityRange range = RangeRule.AUTO.resolve(first);
        double[][] a = ReadPixels.rgb(first);
        double[][] b = ReadPixels.rgb(open(distorted));
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            for (int i = 0; i < a[c].length; i++) {
                sum += (a[c][i] - b[c][i]) * (a[c][i] - b[c][i]);
            }
        }
        double width = range.hi() - range.lo();
        return 10 * Math.log10(width * width * a.length * a[0].length / sum);
    }

    @ParameterizedTest
    @CsvSource({"tiff-signed-8-bit, 36.611", "tiff-float16-rgb, 34.731", "tiff-signed-16-bit-rgb, 34.735"})
    void psnrIsThatOfTheSamples(String folder, double expected) {
        assertThat(psnr(folder + "/ref.tif", folder + "/dist.tif")).isCloseTo(expected, within(5e-4));
    }

    @Test
    void tilesAreTheImageOfThePng() {
        assertThat(psnr("tiff-tiled/rgb.png", "tiff-tiled/tiled.tif")).isInfinite();
    }

    @Test
    void paletteMeansTheSameInBothFormats() {
        assertThat(psnr("palette-png-and-tiff/palette.png", "palette-png-and-tiff/palette.tif"))
                .isInfinite();
    }

    @Test
    void alphaMeansTheSameInAllFormats() {
        double[][] png = ReadPixels.rgb(open("alpha-by-format/alpha.png"));
        assertThat(ReadPixels.rgb(open("alpha-by-format/alpha.tif"))).isDeepEqualTo(png);
        assertThat(ReadPixels.rgb(open("alpha-by-format/alpha.bmp"))).isDeepEqualTo(png);
    }

    @Test
    void labPixelsAreRefusedByName() {
        assertThatThrownBy(() -> open("tiff-cielab/lab.tif"))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("CIE L*a*b* pixels");
    }

    @Test
    void infinitePixelsAreReadAndRefusedWhereTheyAreUsed() {
        assertThatThrownBy(() -> Reference.of(open("tiff-infinite-pixel/inf.tif"), RangeRule.parse("min-max")))
                .hasMessageContaining("has Infinity at x=5, y=3");
    }

    @ParameterizedTest
    @CsvSource({
        "f64.tif, 1",
        "f16.tif, 1",
        "rgbf32.tif, 3",
        "greyalpha.tif, 1",
        "g4.tif, 1",
        "lzw1.tif, 1",
        "jpeg.tif, 3",
        "big.tif, 1",
        "zstd.tif, 1"
    })
    void unusualFilesAreRead(String file, int channels) {
        ImagePlane image = open("tiff-unsupported-messages/" + file);

        assertThat(image.channels()).hasSize(channels);
        assertThat(image.width()).isEqualTo(64);
        assertThat(image.height()).isEqualTo(64);
    }
}
