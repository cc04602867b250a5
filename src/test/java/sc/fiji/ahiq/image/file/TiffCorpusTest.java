/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.SampleType;

/**
 * Files of all kinds that are read, written by tifffile and libtiff from samples that a formula gives. Names tell the
 * kind: {@code format+bits _ samples _ compression (p: predictor) _ byte order _ strips or tiles _ planes}.
 */
class TiffCorpusTest {

    private static final Path FOLDER = Path.of("src/test/resources/tiff");
    private static final int WIDTH = 37;
    private static final int HEIGHT = 29;

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theCorpusHasAllKinds() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(140);
    }

    /** Of 16 bits, which the samples of a file are made of. */
    private static int seed(int x, int y, int channel) {
        return (x * x * 3 + y * y * 5 + x * y * 7 + channel * 4111 + (x + y) * 911) % 65536;
    }

    private static double sample(String kind, int seed) {
        int bits = Integer.parseInt(kind.substring(1));
        if (kind.startsWith("f")) {
            return (seed >> 6) / 256.0 - 1;
        }
        if (bits == 32) {
            long value = seed * 65537L;
            return (float) (kind.startsWith("u") ? value : value - (1L << 31));
        }
        int value = seed >> 16 - bits;
        if (bits < 8) {
            return value * 255 / ((1 << bits) - 1);
        }
        return kind.equals("i16") ? value - 32768 : value; // signed 8-bit: 128 was taken away and is added
    }

    private static double[] expected(String name, int channel) {
        String kind = name.substring(0, name.indexOf('_'));
        double[] values = new double[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample(kind, seed(i % WIDTH, i / WIDTH, channel));
            if (name.contains("inverted")) {
                values[i] = (kind.equals("u8") ? 255 : 65535) - values[i];
            }
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("files")
    void samplesAreThoseThatWereWritten(String name) {
        ImagePlane image = ImageFiles.open(FOLDER.resolve(name));

        assertThat(image.channels()).hasSize(Integer.parseInt(name.split("_")[1]));
        for (int c = 0; c < image.channels().size(); c++) {
            assertThat(ReadPixels.channel(image, c)).as("channel %s", c).isEqualTo(expected(name, c));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void depthIsKept(String name) {
        SampleType type = ImageFiles.open(FOLDER.resolve(name)).sampleType();
        String kind = name.substring(0, name.indexOf('_'));
        int bits = Integer.parseInt(kind.substring(1));

        assertThat(type)
                .isEqualTo(
                        bits <= 8
                                ? SampleType.UINT8
                                : kind.startsWith("u") && bits <= 16 ? SampleType.UINT16 : SampleType.FLOAT32);
    }

    /**
     * Java's own reader, where it reads the kind: classic files of unsigned 8 and 16 bits, no differences of 16 bits.
     */
    @Test
    void anotherReaderFindsTheSameSamples() throws IOException {
        List<String> known = files().stream()
                .filter(name ->
                        name.matches("(u8_._(none|lzwp?|zlibp?|packbits)|u16_._(none|lzw|zlib|packbits))_.*contig.tif"))
                .toList();
        assertThat(known).hasSizeGreaterThanOrEqualTo(10);
        for (String name : known) {
            Raster other = byJava(FOLDER.resolve(name));
            ImagePlane image = ImageFiles.open(FOLDER.resolve(name));
            for (int c = 0; c < image.channels().size(); c++) {
                double[] samples = other.getSamples(0, 0, WIDTH, HEIGHT, c, (double[]) null);
                assertThat(ReadPixels.channel(image, c))
                        .as("%s, channel %s", name, c)
                        .isEqualTo(samples);
            }
        }
    }

    private static Raster byJava(Path file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
            ImageReader reader = readers.next();
            while (!reader.getClass().getName().startsWith("com.sun.")) {
                reader = readers.next();
            }
            reader.setInput(in);
            return reader.read(0).getRaster();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
