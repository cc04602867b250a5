/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Zstandard streams, which the TIFF decoder does not know, in the form of deflate streams, which it does. */
final class Zstandard {

    private Zstandard() {}

    /** @throws IOException if the stream is damaged or does not hold this many bytes */
    static byte[] asDeflate(byte[] stream, int decodedBytes) throws IOException {
        byte[] decoded = new byte[decodedBytes];
        try {
            int found = new ZstdDecompressor().decompress(stream, 0, stream.length, decoded, 0, decodedBytes);
            if (found != decodedBytes) {
                throw new IOException("Zstandard stream of " + found + " bytes where " + decodedBytes + " are needed");
            }
        } catch (MalformedInputException | IllegalArgumentException e) {
            throw new IOException("Zstandard stream: " + e.getMessage(), e);
        }
        ByteArrayOutputStream deflated = new ByteArrayOutputStream(decodedBytes + decodedBytes / 1000 + 64);
        Deflater stored = new Deflater(Deflater.NO_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, stored)) {
            out.write(decoded);
        } finally {
            stored.end();
        }
        return deflated.toByteArray();
    }
}
