/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ImageSource;

/**
 * Image files as {@link ImagePlane}: PNG, JPEG, GIF, BMP and TIFF, recognised by content, not by name. Pixel values are
 * exactly as stored: colour profiles, gamma and EXIF orientation are ignored, as in ImageJ. Depth is kept: 8-bit, 16-bit and
 * float, grey or RGB; indexed colour becomes RGB, or grey if its colour table is. Transparent pixels of PNG and GIF are shown
 * on white, as in ImageJ; alpha in TIFF is ignored. A damaged file is an error, never a partly decoded image.
 */
public final class ImageFiles {

    private static final String EXPECTED = "Expected a PNG, JPEG, GIF, BMP or TIFF image, but ";

    private static final long BYTES_PER_MB = 1 << 20;

    private ImageFiles() {}

    /**
     * Decodes one image. The name of the result is the path as given.
     *
     * @throws ImageException if the file is missing, unreadable, not an image of these formats, damaged, of an unsupported
     *     kind, or holds several images
     */
    public static ImagePlane open(Path file) {
        try {
            return decode(file);
        } catch (OutOfMemoryError e) {
            throw tooLarge(file, e);
        }
    }

    private static ImagePlane decode(Path file) {
        byte[] start = start(file);
        if (isTiff(start)) {
            return TiffFile.read(file);
        }
        if (startsWith(start, 0xff, 0xd8, 0xff)
                || startsWith(start, 0x89, 'P', 'N', 'G')
                || startsWith(start, 'G', 'I', 'F', '8')
                || startsWith(start, 'B', 'M')) {
            return RasterFile.read(file);
        }
        String found = start.length == 0 ? "is empty" : "is none of these";
        throw new ImageException(
                EXPECTED + file + " " + found + ". Check the file, or open it in ImageJ and save it as TIFF or PNG.");
    }

    /**
     * Opens an image of any number of planes. Those of a TIFF stack are decoded one by one, when they are asked for; all other
     * images are as {@link #open} gives them.
     *
     * @throws ImageException as {@link #open}, but not for several images
     */
    public static ImageSource source(Path file) {
        return isTiff(start(file)) ? TiffFile.source(file) : ImageSource.of(open(file));
    }

    private static byte[] start(Path file) {
        if (!Files.exists(file)) {
            throw new ImageException(EXPECTED + file + " does not exist. Check the path.");
        }
        if (Files.isDirectory(file)) {
            throw new ImageException(EXPECTED + file + " is a folder. Give a file inside it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        } catch (IOException e) {
            throw new ImageException(EXPECTED + file + " cannot be read (" + e + "). Check its permissions.", e);
        }
    }

    private static boolean isTiff(byte[] start) {
        return startsWith(start, 'I', 'I', 42, 0)
                || startsWith(start, 'M', 'M', 0, 42)
                || startsWith(start, 'I', 'I', 43, 0)
                || startsWith(start, 'M', 'M', 0, 43);
    }

    private static boolean startsWith(byte[] bytes, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static ImageException tooLarge(Path file, Throwable cause) {
        return new ImageException(
                "Expected an image that fits into Java's heap of "
                        + Runtime.getRuntime().maxMemory() / BYTES_PER_MB + " MB, but " + file
                        + " does not. Give Java a larger one, for example by -Xmx4g.",
                cause);
    }

    static ImageException damaged(Path file, String detail, Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof OutOfMemoryError) { // the PNG decoder wraps it
                return tooLarge(file, cause);
            }
        }
        return new ImageException(
                "Expected a complete image file, but " + file + " is truncated, damaged or of an unsupported"
                        + " kind (" + detail + "). Copy or export it again, or save it from ImageJ as TIFF or PNG.",
                cause);
    }
}
