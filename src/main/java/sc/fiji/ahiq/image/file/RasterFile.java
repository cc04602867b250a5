/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;

/**
 * PNG, JPEG, GIF and BMP through ImageIO, which ImageJ decodes them with, too. Used directly because ImageJ turns failures
 * into dialogs or half-decoded images.
 */
final class RasterFile {

    /** Warnings by which the decoders of ImageIO say that pixels are missing or made up; others concern metadata. */
    private static final Pattern DAMAGE =
            Pattern.compile("(?i).*(truncated|corrupt|premature|out-of-sequence|unexpected).*");

    private RasterFile() {}

    static ImagePlane read(Path file) {
        return RasterPixels.toSource(file.toString(), decode(file));
    }

    private static BufferedImage decode(Path file) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(
                new ByteArrayInputStream(JpegColourProfile.removed(Files.readAllBytes(file))))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw ImageFiles.damaged(file, "no decoder accepts it", null);
            }
            return decode(file, readers.next(), in);
        } catch (IOException e) {
            throw ImageFiles.damaged(file, reason(e), e);
        }
    }

    private static BufferedImage decode(Path file, ImageReader reader, ImageInputStream in) throws IOException {
        StringBuilder damage = new StringBuilder();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (damage.isEmpty() && DAMAGE.matcher(warning).matches()) {
                damage.append(warning);
            }
        });
        try {
            reader.setInput(in, false, true);
            requireSingle(file, reader.getNumImages(true));
            BufferedImage pixels = reader.read(0);
            if (!damage.isEmpty()) {
                throw ImageFiles.damaged(file, damage.toString(), null);
            }
            return pixels;
        } catch (ImageException e) {
            throw e;
        } catch (RuntimeException e) { // what the decoders throw for damaged headers and streams
            throw ImageFiles.damaged(file, reason(e), e);
        } finally {
            reader.dispose();
        }
    }

    private static void requireSingle(Path file, int images) {
        if (images > 1) {
            throw new ImageException("Expected a single image, but " + file + " has " + images
                    + " frames. Score the frames one by one, for example after Image > Stacks > Stack to Images.");
        }
    }

    private static String reason(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    }
}
