/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Formats that are decoded as a whole, by what their files begin with. PNG, JPEG, GIF and BMP have decoders in Java,
 * with which ImageJ opens them, too; those of the others are called directly, so that they need not be registered for
 * the whole of Java.
 */
enum RasterFormat {
    PNG("png", new int[] {0x89, 'P', 'N', 'G'}),
    JPEG("jpeg", new int[] {0xff, 0xd8, 0xff}),
    GIF("gif", new int[] {'G', 'I', 'F', '8'}),
    BMP("bmp", new int[] {'B', 'M'}),
    JPEG_2000("", new int[] {0, 0, 0, 12, 'j', 'P'}, new int[] {0xff, 0x4f, 0xff, 0x51}),
    WEBP("", new int[] {'R', 'I', 'F', 'F', 256, 256, 256, 256, 'W', 'E', 'B', 'P'});

    /** Bytes that are enough to tell a format. */
    static final int START_BYTES = 16;

    private static final int ANY_VALUE = 256;

    private final String javaName;
    private final int[][] starts;

    RasterFormat(String javaName, int[]... starts) {
        this.javaName = javaName;
        this.starts = starts;
    }

    static Optional<RasterFormat> of(byte[] start) {
        for (RasterFormat format : values()) {
            for (int[] signature : format.starts) {
                if (matches(start, signature)) {
                    return Optional.of(format);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean matches(byte[] start, int[] signature) {
        for (int i = 0; i < signature.length; i++) {
            boolean any = signature[i] == ANY_VALUE;
            if (i >= start.length || !any && (start[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    ImageReader newReader() throws IOException {
        return switch (this) {
            case JPEG_2000 -> new J2KImageReaderSpi().createReaderInstance(null);
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            default -> javaReader();
        };
    }

    /** Java's own, whatever else is registered. */
    private ImageReader javaReader() throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(javaName);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IOException("Java has no decoder for " + javaName);
    }
}
