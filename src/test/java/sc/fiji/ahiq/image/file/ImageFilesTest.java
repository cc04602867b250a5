/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.SampleType;
import sc.fiji.ahiq.image.ij1.ImagePlusPlanes;

class ImageFilesTest {

    @TempDir
    Path folder;

    private MadeFiles samples;

    @BeforeEach
    void createSamples() {
        samples = new MadeFiles(folder);
    }

    private static double[] values(ImageProcessor processor) {
        double[] values = new double[processor.getPixelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = processor.getf(i);
        }
        return values;
    }

    private static double[] bits(ImageProcessor packed, int shift) {
        double[] values = new double[packed.getPixelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = packed.get(i) >> shift & 0xff;
        }
        return values;
    }

    private static void assertGrey(ImagePlane image, SampleType type, double[] expected) {
        assertThat(image.channels()).hasSize(1);
        assertThat(image.width()).isEqualTo(MadeFiles.WIDTH);
        assertThat(image.height()).isEqualTo(MadeFiles.HEIGHT);
        assertThat(image.sampleType()).isEqualTo(type);
        assertThat(ReadPixels.channel(image, 0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grey8.tif",
                "green8.tif",
                "narrowed8.tif",
                "grey8.png",
                "grey8.gif",
                "grey8.bmp",
                "LZW-grey8.tif",
                "Deflate-grey8.tif",
                "ZLib-grey8.tif",
                "PackBits-grey8.tif"
            })
    void eightBitGreyIsExact(String name) throws IOException {
        assertGrey(ImageFiles.open(samples.save(name)), SampleType.UINT8, values(samples.bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grey16.tif",
                "green16.tif",
                "grey16.png",
                "LZW-grey16.tif",
                "Deflate-grey16.tif",
                "PackBits-grey16.tif"
            })
    void sixteenBitGreyKeepsSixteenBits(String name) throws IOException {
        assertGrey(ImageFiles.open(samples.save(name)), SampleType.UINT16, values(samples.shorts));
    }

    @Test
    void floatTiffIsExact() throws IOException {
        assertGrey(ImageFiles.open(samples.save("grey32.tif")), SampleType.FLOAT32, values(samples.floats));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgb.tif", "rgb.png", "rgb.bmp", "LZW-rgb.tif", "Deflate-rgb.tif", "PackBits-rgb.tif"})
    void eightBitRgbIsExact(String name) throws IOException {
        ImagePlane image = ImageFiles.open(samples.save(name));
        assertThat(image.sampleType()).isEqualTo(SampleType.UINT8);
        assertThat(ReadPixels.rgb(image))
                .isDeepEqualTo(
                        new double[][] {bits(samples.colours, 16), bits(samples.colours, 8), bits(samples.colours, 0)});
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgb16.png", "LZW-rgb16.tif", "Deflate-rgb16.tif"})
    void sixteenBitRgbKeepsSixteenBits(String name) throws IOException {
        ImagePlane image = ImageFiles.open(samples.save(name));
        assertThat(image.sampleType()).isEqualTo(SampleType.UINT16);
        double[] red = ReadPixels.channel(image, 0);
        assertThat(red).isEqualTo(values(samples.shorts));
        double[] green = ReadPixels.channel(image, 1);
        for (int i = 0; i < red.length; i++) {
            assertThat(green[i]).isEqualTo(65535 - red[i]);
        }
        assertThat(ReadPixels.channel(image, 2)).containsOnly(515);
    }

    @Test
    void compositeTiffIsRgbWithItsDisplayRange() throws IOException {
        ImagePlane image = ImageFiles.open(samples.save("composite16.tif"));
        assertThat(image.sampleType()).isEqualTo(SampleType.UINT16);
        assertThat(image.channels()).hasSize(3);
        assertThat(ReadPixels.channel(image, 0)).isEqualTo(values(samples.shorts));
        assertThat(ReadPixels.channel(image, 2)[0]).isEqualTo(Math.min(65535, samples.shorts.get(0) + 2000));
        assertThat(RangeRule.parse("display").resolve(image).description())
                .isEqualTo("display range of reference: 100..30000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"indexed.tif", "indexed.png", "indexed.gif", "indexed.bmp"})
    void indexedColourIsLookedUp(String name) throws IOException {
        ImagePlane image = ImageFiles.open(samples.save(name));
        byte[][] table = MadeFiles.table();
        double[][] rgb = ReadPixels.rgb(image);
        for (int i = 0; i < rgb[0].length; i++) {
            int index = samples.bytes.get(i);
            assertThat(new double[] {rgb[0][i], rgb[1][i], rgb[2][i]})
                    .containsExactly(table[0][index] & 0xff, table[1][index] & 0xff, table[2][index] & 0xff);
        }
    }

    @Test
    void invertingTableMeansZeroIsWhite() throws IOException {
        ImagePlane image = ImageFiles.open(samples.save("inverting8.tif"));
        assertThat(ReadPixels.channel(image, 0)[0]).isEqualTo(255 - samples.bytes.get(0));
    }

    @Test
    void oneBitPngIsBlackAndWhite() throws IOException {
        ImagePlane image = ImageFiles.open(samples.save("binary.png"));
        double[] expected = new double[MadeFiles.WIDTH * MadeFiles.HEIGHT];
        expected[2 * MadeFiles.WIDTH + 3] = 255;
        assertGrey(image, SampleType.UINT8, expected);
    }

    @Test
    void transparentPixelsAreShownOnWhite() throws IOException {
        double[] red = ReadPixels.channel(ImageFiles.open(samples.withAlpha("alpha.png", false)), 0);
        int opaque = samples.colours.get(0) >> 16 & 0xff;
        int covered = samples.colours.get(MadeFiles.WIDTH - 1) >> 16 & 0xff;
        assertThat(red[0]).isEqualTo(opaque);
        assertThat(red[MadeFiles.WIDTH - 1]).isEqualTo(Math.rint((covered * 100 + 255 * 155) / 255.0));
        double[] grey = ReadPixels.channel(ImageFiles.open(samples.withAlpha("greyAlpha.png", true)), 0);
        assertThat(grey[0]).isEqualTo(samples.bytes.get(0));
    }

    /** The menu, macros and the command line must score the same pixels. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "grey8.tif",
                "grey16.tif",
                "grey32.tif",
                "rgb.tif",
                "green8.tif",
                "green16.tif",
                "inverting8.tif",
                "narrowed8.tif",
                "indexed.tif",
                "indexed.png",
                "indexed.gif",
                "indexed.bmp",
                "composite16.tif",
                "grey8.png",
                "grey16.png",
                "rgb.png",
                "rgb16.png",
                "grey8.gif",
                "grey8.bmp",
                "rgb.bmp",
                "rgb.jpg",
                "grey8.jpg",
                "binary.png",
                "LZW-rgb.tif",
                "LZW-rgb16.tif",
                "Deflate-grey16.tif"
            })
    void filesAndImagesOpenedByImageJHaveTheSamePixels(String name) throws IOException {
        Path file = samples.save(name);
        ImagePlus opened = IJ.openImage(file.toString());
        ImagePlane byImageJ = ImagePlusPlanes.of(opened);
        ImagePlane byPath = ImageFiles.open(file);
        assertThat(byPath.sampleType()).isEqualTo(byImageJ.sampleType());
        assertThat(ReadPixels.rgb(byPath)).isDeepEqualTo(ReadPixels.rgb(byImageJ));
        if (byPath.hasDisplayRange()) {
            RangeRule display = RangeRule.parse("display");
            assertThat(display.resolve(byPath)).isEqualTo(display.resolve(byImageJ));
        }
    }

    @Test
    void nameIsThePath() throws IOException {
        Path file = samples.save("grey16.tif");
        assertThat(ImageFiles.open(file).name()).isEqualTo(file.toString());
    }

    @Test
    void contentDecidesNotTheExtension() throws IOException {
        Path misnamed = Files.copy(samples.save("grey8.png"), folder.resolve("photo.jpg"));
        assertGrey(ImageFiles.open(misnamed), SampleType.UINT8, values(samples.bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scene1", "scene2", "scene3", "scene1_jpeg", "scene2_noise", "scene3_sr"})
    void pngPixelsAreAsStored(String scene) throws Exception {
        Path file = Path.of(getClass().getResource("/images/" + scene + ".png").toURI());
        assertThat(ReadPixels.rgb(ImageFiles.open(file))).isDeepEqualTo(PlainPng.rgb(Files.readAllBytes(file)));
    }

    @Test
    void gammaAndColourProfileOfPngChangeNothing() throws Exception {
        Path plain = Path.of(getClass().getResource("/images/scene1.png").toURI());
        byte[] original = Files.readAllBytes(plain);
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        profile.write("linear\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(profile)) {
            deflate.write(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
        }
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        int afterHeader = 8 + 25;
        tagged.write(original, 0, afterHeader);
        tagged.write(chunk("gAMA", ByteBuffer.allocate(4).putInt(100000).array()));
        tagged.write(chunk("iCCP", profile.toByteArray()));
        tagged.write(original, afterHeader, original.length - afterHeader);
        Path file = Files.write(folder.resolve("tagged.png"), tagged.toByteArray());
        assertThat(ReadPixels.rgb(ImageFiles.open(file))).isDeepEqualTo(ReadPixels.rgb(ImageFiles.open(plain)));
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) crc.getValue()).array();
    }

    @Test
    void colourProfileOfJpegChangesNothing() throws IOException {
        Path plain = samples.save("rgb.jpg");
        byte[] original = Files.readAllBytes(plain);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        int afterJfif = 20;
        tagged.write(original, 0, afterJfif);
        int length = 2 + 14 + profile.length;
        tagged.write(new byte[] {(byte) 0xff, (byte) 0xe2, (byte) (length >> 8), (byte) length});
        tagged.write("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
        tagged.write(profile);
        tagged.write(original, afterJfif, original.length - afterJfif);
        Path file = Files.write(folder.resolve("tagged.jpg"), tagged.toByteArray());
        assertThat(ReadPixels.rgb(ImageFiles.open(file))).isDeepEqualTo(ReadPixels.rgb(ImageFiles.open(plain)));
    }
}
