/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.format.FileProblem;

/** Files that are no complete single image: each is an error that names it, and nothing is printed. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedFilesTest {

    private static final String ADVICE = ". Check the file, or open it in ImageJ and save it as TIFF or PNG.";

    @TempDir
    Path folder;

    private MadeFiles samples;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PrintStream out;
    private PrintStream err;

    @BeforeEach
    void capturePrinting() {
        samples = new MadeFiles(folder);
        out = System.out;
        err = System.err;
        PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(capture);
        System.setErr(capture);
    }

    @AfterEach
    void nothingWasPrinted() {
        System.setOut(out);
        System.setErr(err);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .as("but for the fuzzer's, which tells of classes that are loaded")
                .allMatch(line -> line.startsWith("INFO: Instrumented "));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(Path file) {
        return assertThatThrownBy(() -> ImageFiles.open(file)).isInstanceOf(ImageException.class);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static String damaged(Path file, String detail) {
        return "Expected a complete image file, but " + file + " is truncated, damaged or of an unsupported kind ("
                + detail + "). Copy or export it again, or save it from ImageJ as TIFF or PNG.";
    }

    private static ByteBuffer tiff(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    @Test
    void missingFileIsNamed() {
        Path file = folder.resolve("missing.png");
        assertFails(file)
                .hasMessage("Expected a PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 or WebP image, but " + file
                        + " does not exist. Check the path.");
    }

    @Test
    void folderIsRejected() {
        assertFails(folder)
                .hasMessage("Expected a PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 or WebP image, but " + folder
                        + " is a folder. Give a file inside it.");
    }

    @Test
    void emptyFileIsRejected() throws IOException {
        Path file = file("empty.png", new byte[0]);
        assertFails(file)
                .hasMessage("Expected a PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 or WebP image, but " + file
                        + " is empty" + ADVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>404</html>", "II", "\n"})
    void fileThatIsNoImageIsRejected(String content) throws IOException {
        Path file = file("page.png", content.getBytes(StandardCharsets.UTF_8));
        assertFails(file)
                .hasMessage("Expected a PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 or WebP image, but " + file
                        + " is none of these" + ADVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgb.png",
                "grey16.png",
                "rgb.jpg",
                "grey8.jpg",
                "grey8.gif",
                "rgb.bmp",
                "grey8.bmp",
                "grey8.tif",
                "grey16.tif",
                "grey32.tif",
                "rgb.tif",
                "composite16.tif",
                "LZW-rgb.tif",
                "Deflate-grey16.tif",
                "PackBits-grey8.tif"
            })
    void truncationAnywhereIsNoticed(String name) throws IOException {
        Path whole = samples.save(name);
        byte[] bytes = Files.readAllBytes(whole);
        for (double kept : new double[] {0.05, 0.3, 0.6, 0.95}) {
            Path file = file("cut-" + name, Arrays.copyOf(bytes, (int) (bytes.length * kept)));
            assertFails(file).as("first %s of %s", kept, name).hasMessageStartingWith("Expected a");
            assertFails(file).hasMessageContaining(file.toString());
        }
    }

    @Test
    void truncatedTiffSaysWhichBytesAreMissing() throws IOException {
        byte[] bytes = Files.readAllBytes(samples.save("grey8.tif"));
        Path file = file("cut.tif", Arrays.copyOf(bytes, bytes.length - 10));
        int pixels = MadeFiles.WIDTH * MadeFiles.HEIGHT;
        int start = bytes.length - pixels;
        assertFails(file)
                .hasMessage(damaged(
                        file,
                        "pixels at bytes " + start + " to " + bytes.length + " of a file of " + (bytes.length - 10)
                                + " bytes"));
    }

    @Test
    void truncatedJpegSaysSo() throws IOException {
        byte[] bytes = Files.readAllBytes(samples.save("rgb.jpg"));
        Path file = file("cut.jpg", Arrays.copyOf(bytes, bytes.length / 2));
        assertFails(file).hasMessage(damaged(file, "Truncated File - Missing EOI marker"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgb.png", "grey8.gif", "Deflate-grey8.tif", "ZLib-grey8.tif"})
    void overwrittenPixelsAreNoticed(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(samples.save(name));
        for (int i = bytes.length / 2; i < bytes.length / 2 + 40; i++) {
            bytes[i] = (byte) (i * 7);
        }
        Path file = file("overwritten-" + name, bytes);
        assertFails(file)
                .hasMessageStartingWith("Expected a complete image file, but " + file + " is truncated, damaged");
    }

    @Test
    void noisyTiffNeverPrintsNorHangs() throws IOException {
        byte[] bytes = Files.readAllBytes(samples.save("LZW-rgb.tif"));
        for (int i = 8; i < 300; i++) {
            byte[] copy = bytes.clone();
            copy[copy.length - i] ^= 0x5a;
            Path file = file("noisy.tif", copy);
            try {
                ImageFiles.open(file);
            } catch (ImageException e) {
                assertThat(e).hasMessageContaining(file.toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"stack.tif, 5 pages", "stack.gif, 4 frames", "twoChannels.tif, 2 pages (2 channels)"})
    void severalImagesAreCounted(String name, String count) throws IOException {
        Path file = samples.save(name);
        assertFails(file)
                .hasMessageStartingWith("Expected a single image, but " + file + " has " + count + ". Score ")
                .hasMessageEndingWith("one by one, for example after Image > Stacks > Stack to Images.");
    }

    @Test
    void secondTiffPageCountsUnlessItIsAThumbnail() throws IOException {
        Path thumbnail = file("thumbnail.tif", twoPages(1));
        assertThat(ReadPixels.channel(ImageFiles.open(thumbnail), 0)).containsExactly(11, 22);
        Path pages = file("pages.tif", twoPages(0));
        assertFails(pages).hasMessageStartingWith("Expected a single image, but " + pages + " has 2 pages. ");
    }

    /** Two 8-bit grey pages of 2 x 1 pixels, the second with this NewSubfileType. */
    private static byte[] twoPages(int subfileType) {
        int directoryBytes = 2 + 7 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(12 + 2 * directoryBytes).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(12);
        tiff.put((byte) 11).put((byte) 22).put((byte) 33).put((byte) 44);
        for (int page = 0; page < 2; page++) {
            int[][] tags = {
                {254, page * subfileType}, {256, 2}, {257, 1}, {258, 8}, {262, 1}, {273, 8 + 2 * page}, {279, 2}
            };
            tiff.putShort((short) tags.length);
            for (int[] tag : tags) {
                tiff.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
            }
            tiff.putInt(page == 0 ? 12 + directoryBytes : 0);
        }
        return tiff.array();
    }

    @Test
    void cmykJpegIsRejected() throws IOException {
        Path plain = samples.save("cmyk.jpg");
        byte[] bytes = Files.readAllBytes(plain);
        byte[] adobe = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        ByteBuffer tagged = ByteBuffer.allocate(bytes.length + adobe.length);
        tagged.put(bytes, 0, 2).put(adobe).put(bytes, 2, bytes.length - 2);
        for (Path file : new Path[] {plain, file("adobe.jpg", tagged.array())}) {
            assertFails(file)
                    .hasMessage("Expected a grey or RGB image, but " + file
                            + " has 4 colour components, as CMYK images have. Convert it to RGB and save it as PNG.");
        }
    }

    @Test
    void invertingSixteenBitTiffIsRejected() throws IOException {
        Path file = samples.save("inverting16.tif");
        assertFails(file)
                .hasMessageStartingWith("Expected values that grow with brightness, but " + file
                        + " has an inverting look-up table (0 is white).");
    }

    @Test
    void cyclicTiffDirectoriesAreNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(samples.save("grey8.tif"));
        ByteBuffer tiff = tiff(bytes);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory);
        tiff.putInt(directory + 2 + 12 * entries, directory);
        Path file = file("cycle.tif", bytes);
        assertFails(file).hasMessage(damaged(file, "image directory at byte " + directory + " is linked twice"));
    }

    @Test
    void cutBigTiffIsRejected() throws IOException {
        Path file = file("big.tif", new byte[] {'I', 'I', 43, 0, 8, 0, 0, 0, 16, 0, 0, 0});
        assertFails(file).hasMessage(damaged(file, "pixels at bytes 8 to 16 of a file of 12 bytes"));
    }

    @ParameterizedTest
    @CsvSource({"317, 3, a predictor without LZW", "322, 16, ImageJ cannot open tiled TIFFs"})
    void tiffVariantsThatImageJCannotDecodeAreRejected(short tag, int value, String reason) throws IOException {
        byte[] bytes = Files.readAllBytes(samples.save("grey8.tif"));
        ByteBuffer tiff = tiff(bytes);
        int entry = tiff.getInt(4) + 2 + 12 * (tiff.getShort(tiff.getInt(4)) - 1); // the last entry is replaced
        tiff.putShort(entry, tag)
                .putShort(entry + 2, (short) 4)
                .putInt(entry + 4, 1)
                .putInt(entry + 8, value);
        Path file = file("variant.tif", bytes);
        assertFails(file).hasMessageContaining(file.toString()).hasMessageContaining(reason);
    }

    @Test
    void hugeHeaderIsRejectedWithoutAllocating() throws IOException {
        byte[] bytes = Files.readAllBytes(samples.save("grey8.tif"));
        ByteBuffer tiff = tiff(bytes);
        int directory = tiff.getInt(4);
        for (int entry = directory + 2; entry < directory + 2 + 12 * tiff.getShort(directory); entry += 12) {
            if (tiff.getShort(entry) == 256) {
                tiff.putShort(entry + 2, (short) 4).putInt(entry + 8, 2_000_000_000);
            }
        }
        Path file = file("huge.tif", bytes);
        assertFails(file).hasMessageContaining("29 rows of 2000000000 bytes in a file of " + bytes.length + " bytes");
    }

    @Test
    void aFullHeapInsideADecoderIsNotTakenForDamage() {
        Throwable wrapped = new IllegalArgumentException(new OutOfMemoryError("Java heap space"));

        assertThat(FileProblem.damaged(Path.of("large.png"), "reason", wrapped))
                .hasMessageMatching(
                        "Expected an image that fits into Java's heap of \\d+ MB, but large\\.png does not\\."
                                + " Give Java a larger one, for example by -Xmx4g\\.")
                .hasCause(wrapped);
    }
}
