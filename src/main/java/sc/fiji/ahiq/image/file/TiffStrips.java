/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import ij.io.FileInfo;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Checks of one TIFF page that ImageJ's reader lacks: it decodes missing bytes as black, takes uncompressed strips for
 * contiguous, and never returns from an incomplete deflate stream.
 */
final class TiffStrips {

    private final FileInfo page;
    private final RandomAccessFile file;

    private TiffStrips(FileInfo page, RandomAccessFile file) {
        this.page = page;
        this.file = file;
    }

    /** @throws IOException if pixels are missing from the file or ImageJ's reader would decode them wrongly */
    static void check(FileInfo page, RandomAccessFile file) throws IOException {
        TiffStrips strips = new TiffStrips(page, file);
        strips.requireSupported();
        if (page.compression == FileInfo.COMPRESSION_NONE) {
            strips.requireContiguousPixels();
        } else {
            strips.requireCompleteStrips();
        }
    }

    /** Bytes of all pixels of a page without compression. */
    static long pixelBytes(FileInfo page) {
        return page.height * rowBytes(page);
    }

    private static long rowBytes(FileInfo page) {
        if (page.fileType == FileInfo.BITMAP) {
            return (page.width + 7L) / 8;
        }
        int samples = page.fileType == FileInfo.RGB48 ? Math.max(3, page.samplesPerPixel) : 0;
        return (long) page.width * (samples > 0 ? samples * 2 : page.getBytesPerPixel());
    }

    private void requireSupported() throws IOException {
        if (page.width < 1 || page.height < 1) {
            throw new IOException("size " + page.width + " x " + page.height);
        }
        boolean grey =
                switch (page.fileType) {
                    case FileInfo.GRAY8,
                            FileInfo.COLOR8,
                            FileInfo.BITMAP,
                            FileInfo.GRAY16_UNSIGNED,
                            FileInfo.GRAY32_INT,
                            FileInfo.GRAY32_FLOAT -> true;
                    case FileInfo.RGB, FileInfo.RGB_PLANAR, FileInfo.ARGB, FileInfo.RGB48, FileInfo.RGB48_PLANAR ->
                        false;
                    default -> throw new IOException("signed, 10-bit, 12-bit or CMYK pixels");
                };
        if (grey && page.samplesPerPixel > 1) {
            throw new IOException(page.samplesPerPixel + " samples per pixel");
        }
        if (page.fileType == FileInfo.BITMAP && page.compression != FileInfo.COMPRESSION_NONE) {
            throw new IOException("compressed 1-bit pixels");
        }
    }

    private void requireContiguousPixels() throws IOException {
        long expected = pixelBytes(page);
        requireInFile(page.getOffset(), expected);
        if (page.stripLengths == null || page.stripOffsets == null) {
            return;
        }
        long found = 0;
        for (int i = 0; i < page.stripLengths.length; i++) {
            if (i > 0 && offset(i) != offset(i - 1) + length(i - 1)) {
                throw new IOException("strips do not follow each other");
            }
            found += length(i);
        }
        if (found < expected) {
            throw new IOException("strips hold " + found + " bytes where " + expected + " are needed");
        }
    }

    private void requireCompleteStrips() throws IOException {
        if (page.stripLengths == null || page.stripOffsets == null) {
            throw new IOException("strip lengths are missing");
        }
        boolean deflated = page.compression == FileInfo.ZIP || page.compression == FileInfo.ZIP_WITH_DIFFERENCING;
        for (int i = 0; i < page.stripOffsets.length; i++) {
            requireInFile(offset(i), length(i));
            if (deflated) {
                requireCompleteDeflate(i);
            }
        }
    }

    private void requireInFile(long offset, long length) throws IOException {
        if (offset + length > file.length()) {
            throw new IOException("pixels at bytes " + offset + " to " + (offset + length) + " of a file of "
                    + file.length() + " bytes");
        }
    }

    private void requireCompleteDeflate(int strip) throws IOException {
        byte[] compressed = new byte[page.stripLengths[strip]];
        file.seek(offset(strip));
        file.readFully(compressed);
        Inflater inflater = new Inflater();
        byte[] buffer = new byte[8192];
        try {
            inflater.setInput(compressed);
            while (!inflater.finished()) {
                if (inflater.inflate(buffer) == 0 && !inflater.finished()) {
                    throw new IOException("deflate stream of strip " + strip + " is incomplete");
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("deflate stream of strip " + strip + ": " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    private long offset(int strip) {
        return page.stripOffsets[strip] & 0xffffffffL;
    }

    private long length(int strip) {
        return page.stripLengths[strip] & 0xffffffffL;
    }
}
