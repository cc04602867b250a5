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
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import sc.fiji.ahiq.image.ImageSource;

/** How large an image is, told without decoding it where its format allows. */
final class ImageSize {

    private ImageSize() {}

    /**
     * Pixels of a plane, or bytes of the file where its header does not tell; 0 for what is no image or cannot be read,
     * which is for whoever scores it to say.
     */
    static long pixels(Path image) {
        try {
            Path file = ImageLocation.of(image).file();
            if (!Files.isRegularFile(file)) {
                return Files.isDirectory(file) ? ofSource(image) : 0;
            }
            return ofFile(image, file);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private static long ofFile(Path image, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(RasterFormat.START_BYTES);
            Optional<RasterFormat> format = RasterFormat.of(start);
            if (format.isPresent()) {
                return ofHeader(file, format.get());
            }
            return ImageFiles.isTiff(start) ? ofSource(image) : Files.size(file);
        }
    }

    private static long ofHeader(Path file, RasterFormat format) throws IOException {
        ImageReader reader = format.newReader();
        try (InputStream in = Files.newInputStream(file);
                ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
            reader.setInput(stream, true, true);
            return (long) reader.getWidth(0) * reader.getHeight(0);
        } finally {
            reader.dispose();
        }
    }

    private static long ofSource(Path image) {
        ImageSource source = ImageFiles.source(image);
        return source.width() * source.height();
    }
}
