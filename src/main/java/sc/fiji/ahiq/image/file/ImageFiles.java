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
import java.util.List;
import java.util.Optional;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.base.io.WebAddress;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.format.FileProblem;
import sc.fiji.ahiq.image.zarr.ZarrImages;

/**
 * Image files as {@link ImagePlane}: PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 and WebP, recognised by content,
 * not by name, and folders of OME-Zarr. Pixel values are exactly as stored: colour profiles, gamma and EXIF orientation
 * are ignored, as in ImageJ. Depth is kept: 8-bit, 16-bit and float, grey or RGB; indexed colour becomes RGB, or grey
 * if its colour table is. Transparent pixels of PNG and GIF are shown on white, as in ImageJ; alpha in TIFF is ignored.
 * A damaged file is an error, never a partly decoded image.
 */
public final class ImageFiles {

    private static final String EXPECTED =
            "Expected a PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 or WebP image, but ";

    private ImageFiles() {}

    /**
     * Decodes one image. The name of the result is the path as given.
     *
     * @throws ImageException if the file is missing, unreadable, not an image of these formats, damaged, of an
     *     unsupported kind, or holds several images
     */
    public static ImagePlane open(Path file) {
        try {
            return decode(file);
        } catch (OutOfMemoryError e) {
            throw FileProblem.tooLarge(file, e);
        }
    }

    private static ImagePlane decode(Path file) {
        ImageLocation location = ImageLocation.of(file);
        if (ZarrImages.isIn(location.file())) {
            return single(ZarrImages.open(location.file(), location.part(), file.toString()));
        }
        byte[] start = start(location.file());
        if (isTiff(start)) {
            return TiffSources.single(location, file.toString());
        }
        if (start.length > 2 && start[0] == 'P' && start[1] >= '1' && start[1] <= '6') {
            return PnmFile.read(file);
        }
        Optional<RasterFormat> format = RasterFormat.of(start);
        if (format.isPresent()) {
            return RasterFile.read(file, format.get());
        }
        String found = start.length == 0 ? "is empty" : "is none of these";
        throw new ImageException(
                EXPECTED + file + " " + found + ". Check the file, or open it in ImageJ and save it as TIFF or PNG.");
    }

    private static ImagePlane single(ImageSource image) {
        if (image.slices() > 1 || image.frames() > 1 || image.channels() != 1 && image.channels() != 3) {
            throw new ImageException("Expected a single image, but " + image.name() + " has " + image.channels()
                    + " channels, " + image.slices() + " slices and " + image.frames()
                    + " frames. Score it as a stack, by AHIQ Score Stack...");
        }
        return image.plane(1, 1);
    }

    /**
     * Opens an image of any number of planes. Those of a TIFF stack are decoded one by one, when they are asked for;
     * all other images are as {@link #open} gives them.
     *
     * @throws ImageException as {@link #open}, but not for several images
     */
    public static ImageSource source(Path file) {
        ImageLocation location = ImageLocation.of(file);
        if (ZarrImages.isIn(location.file())) {
            return ZarrImages.open(location.file(), location.part(), file.toString());
        }
        return isTiff(start(location.file()))
                ? TiffSources.source(location, file.toString())
                : ImageSource.of(open(file));
    }

    /**
     * How large an image is, told without decoding it where its format allows: pixels of a plane, or bytes of the file
     * where its header does not tell; 0 for what is no image or cannot be read, which is for whoever scores it to say.
     */
    public static long pixels(Path image) {
        return ImageSize.pixels(image);
    }

    /**
     * Tells the content of an image from all others: the SHA-256 of its file, and of which image in it.
     *
     * @throws ImageException if the file cannot be read
     */
    public static String contentHash(Path image) {
        ImageLocation location = ImageLocation.of(image);
        boolean zarr = ZarrImages.isIn(location.file());
        if (!zarr) {
            requireFile(location.file());
        }
        try {
            String hash = zarr ? Folder.hash(location.file()) : Sha256.of(location.file());
            return location.part().isEmpty() ? hash : Sha256.ofTexts(List.of(hash, location.part()));
        } catch (IOException e) {
            throw unreadable(image, e);
        }
    }

    private static void requireFile(Path file) {
        if (WebAddress.is(file) && !Files.exists(file)) {
            throw new ImageException("Expected the path of a file, but found the address " + WebAddress.written(file)
                    + ": images are not read from the web. Download it first.");
        }
        if (!Files.exists(file)) {
            throw new ImageException(EXPECTED + file + " does not exist. Check the path.");
        }
        if (Files.isDirectory(file)) {
            throw new ImageException(EXPECTED + file + " is a folder. Give a file inside it.");
        }
    }

    private static byte[] start(Path file) {
        requireFile(file);
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(RasterFormat.START_BYTES);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ImageException unreadable(Path file, IOException e) {
        return new ImageException(
                EXPECTED + file + " cannot be read: " + IoReason.of(e) + ". Check its permissions.", e);
    }

    static boolean isTiff(byte[] start) {
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
}
