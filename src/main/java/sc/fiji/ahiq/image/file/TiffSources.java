/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.format.FileProblem;
import sc.fiji.ahiq.image.tiff.TiffImages;

/**
 * TIFF files: what ImageJ wrote is read by ImageJ's reader, so that look-up tables, display ranges and hyperstacks mean
 * what they mean there; all others by {@link TiffImages}.
 */
final class TiffSources {

    private static final int RGB = 3;

    private TiffSources() {}

    static ImageSource source(ImageLocation location, String name) {
        return decode(location.file(), () -> {
            TiffImages images = TiffImages.of(location.file());
            return images.isPlainImageJ()
                    ? TiffFile.source(location.file())
                    : images.source(index(images, location, name), name);
        });
    }

    /** The only plane of the only image. */
    static ImagePlane single(ImageLocation location, String name) {
        return decode(location.file(), () -> {
            TiffImages images = TiffImages.of(location.file());
            return images.isPlainImageJ() ? TiffFile.read(location.file()) : single(images, location, name);
        });
    }

    private static ImagePlane single(TiffImages images, ImageLocation location, String name) throws IOException {
        int index = index(images, location, name);
        ImageSource image = images.source(index, name);
        int pages = images.pages(index);
        if (pages > 1 && !(image.channels() == RGB && image.slices() * image.frames() == 1)) {
            throw severalPages(name, pages, image.channels());
        }
        return image.plane(1, 1);
    }

    static ImageException severalPages(String name, int pages, int channels) {
        return new ImageException("Expected a single image, but " + name + " has " + pages + " pages"
                + (channels > 1 ? " (" + channels + " channels)" : "")
                + ". Score its slices or channels one by one, for example after Image > Stacks > Stack to Images.");
    }

    private static int index(TiffImages images, ImageLocation location, String name) {
        if (location.part().isEmpty() && images.count() > 1) {
            throw new ImageException("Expected one image, but " + name + " has " + images.count()
                    + ", of different sizes or kinds. Choose one of them: " + name + "#0 to #" + (images.count() - 1)
                    + ".");
        }
        String part = location.part().isEmpty() ? "0" : location.part();
        if (!part.matches("\\d{1,6}") || Integer.parseInt(part) >= images.count()) {
            throw new ImageException("Expected an image of " + location.file() + " from #0 to #" + (images.count() - 1)
                    + ", but found #" + part + ". Correct the number after the #.");
        }
        return Integer.parseInt(part);
    }

    static <T> T decode(Path file, Callable<T> decoding) {
        try {
            return decoding.call();
        } catch (ImageException e) {
            throw e;
        } catch (Exception e) { // what decoders throw for damaged files
            throw FileProblem.damaged(
                    file, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
        }
    }
}
