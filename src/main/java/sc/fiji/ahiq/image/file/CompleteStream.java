/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import sc.fiji.ahiq.base.error.ImageException;

/**
 * Checks of a file's ends and kind that its decoder does not make, so that nothing is decoded in part or only roughly.
 */
final class CompleteStream {

    private static final int RIFF_HEADER = 8;
    private static final int CHUNK_HEADER = 8;
    private static final int FIRST_CHUNK = 12;

    private CompleteStream() {}

    /** @throws IOException if the end is missing */
    static void require(Path name, RasterFormat format, byte[] file) throws IOException {
        switch (format) {
            case JPEG_2000 -> requireEndOfCodestream(file);
            case WEBP -> requireLossless(name, file);
            default -> {}
        }
    }

    /** The end-of-codestream marker is last, but for boxes behind the codestream (ISO/IEC 15444-1, A.4.4). */
    private static void requireEndOfCodestream(byte[] file) throws IOException {
        for (int i = file.length - 2; i > 1; i--) {
            if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == 0xd9) {
                return;
            }
        }
        throw new IOException("the end of the JPEG 2000 codestream is missing");
    }

    /**
     * Lossy streams leave to decoders how colours are scaled up, and those of the decoder at hand differ by some
     * levels.
     */
    private static void requireLossless(Path name, byte[] file) throws IOException {
        long size = littleEndian(file, 4) + RIFF_HEADER;
        if (size > file.length) {
            throw new IOException("the WebP file ends at byte " + file.length + " of " + size);
        }
        int at = FIRST_CHUNK;
        while (at + CHUNK_HEADER <= file.length) {
            String chunk = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            if (chunk.equals("VP8 ") || chunk.equals("ANMF")) {
                throw new ImageException("Expected a lossless still WebP image, but " + name + " is "
                        + (chunk.equals("VP8 ") ? "lossy" : "animated")
                        + ": decoders do not agree on its pixels. Convert it to PNG with the program of your choice,"
                        + " for example dwebp.");
            }
            long length = littleEndian(file, at + 4);
            at = (int) Math.min(Integer.MAX_VALUE - CHUNK_HEADER, at + CHUNK_HEADER + length + length % 2);
        }
    }

    private static long littleEndian(byte[] file, int at) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | file[Math.min(file.length - 1, at + i)] & 0xff;
        }
        return value;
    }
}
