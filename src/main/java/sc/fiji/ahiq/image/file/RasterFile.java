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
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.format.DamageWarnings;
import sc.fiji.ahiq.image.format.FileProblem;
import sc.fiji.ahiq.image.format.PixelLimit;

/**
 * Files of a {@link RasterFormat}, decoded through ImageIO. Used directly because ImageJ turns failures into dialogs or
 * half-decoded images.
 */
final class RasterFile {

    private static final int MOST_BYTES_PER_PIXEL = 8;

    private final Path file;
    private final RasterFormat format;

    private RasterFile(Path file, RasterFormat format) {
        this.file = file;
        this.format = format;
    }

    static ImagePlane read(Path file, RasterFormat format) {
        return new RasterFile(file, format).decode();
    }

    private ImagePlane decode() {
        try {
            long bytes = Files.size(file);
            PixelLimit.requireHeap(file, bytes);
            byte[] content = Files.readAllBytes(file);
            byte[] stream = format == RasterFormat.JPEG ? JpegColourProfile.removed(content) : content;
            CompleteStream.require(file, format, stream);
            BufferedImage pixels = decode(stream);
            List<String> notes = new ArrayList<>(RasterPixels.notes(pixels));
            notes.addAll(IgnoredTags.of(content));
            return RasterPixels.toSource(file.toString(), pixels).withNotes(notes);
        } catch (IOException e) {
            throw FileProblem.damaged(file, FileProblem.reason(e), e);
        }
    }

    private BufferedImage decode(byte[] stream) throws IOException {
        ImageReader reader = format.newReader();
        DamageWarnings warnings = new DamageWarnings();
        reader.addIIOReadWarningListener(warnings);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(stream))) {
            reader.setInput(in, false, true);
            requireSingle(reader);
            PixelLimit.check(file, reader.getWidth(0), reader.getHeight(0), bytesPerPixel(reader), stream.length);
            BufferedImage pixels = reader.read(0);
            warnings.requireNone();
            return format == RasterFormat.BMP ? BmpOpacity.of(pixels) : pixels;
        } catch (ImageException e) {
            throw e;
        } catch (RuntimeException | ThreadDeath e) { // what the decoders throw for damaged headers and streams
            throw FileProblem.damaged(file, FileProblem.reason(e), e);
        } finally {
            reader.dispose();
        }
    }

    private static int bytesPerPixel(ImageReader reader) throws IOException {
        ImageTypeSpecifier type =
                reader.getImageTypes(0).hasNext() ? reader.getImageTypes(0).next() : null;
        return type == null ? MOST_BYTES_PER_PIXEL : (type.getColorModel().getPixelSize() + 7) / 8;
    }

    private void requireSingle(ImageReader reader) throws IOException {
        int images = format == RasterFormat.JPEG_2000 ? 1 : reader.getNumImages(true);
        if (images > 1) {
            throw new ImageException("Expected a single image, but " + file + " has " + images
                    + " frames. Score the frames one by one, for example after Image > Stacks > Stack to Images.");
        }
    }
}
