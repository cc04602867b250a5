/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chain of image file directories of a classic TIFF file (TIFF 6.0, section 2), walked before ImageJ's decoder sees it,
 * which does not notice cycles and takes thumbnails for slices.
 */
final class TiffDirectories {

    private static final int BIG_TIFF = 43;
    private static final int ENTRY_BYTES = 12;
    /** Field type of 16-bit values, which are left-aligned in the value field. */
    private static final int SHORT = 3;

    private static final int NEW_SUBFILE_TYPE = 254;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int PLANAR_CONFIGURATION = 284;
    private static final int PREDICTOR = 317;
    /** Bits 0 and 2 of NewSubfileType: a reduced-resolution copy, a transparency mask. */
    private static final int AUXILIARY = 5;

    private final RandomAccessFile in;
    private final boolean littleEndian;

    private TiffDirectories(RandomAccessFile in) throws IOException {
        this.in = in;
        this.littleEndian = in.readUnsignedByte() == 'I';
        in.skipBytes(1);
        if (readShort() == BIG_TIFF) {
            throw new IOException("BigTIFF is not supported");
        }
    }

    /**
     * For each page whether it is a thumbnail or mask of another page.
     *
     * @throws IOException if the chain is cyclic, or a directory is empty or ends beyond the file
     */
    static List<Boolean> auxiliaryPages(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            return new TiffDirectories(in).walk();
        }
    }

    private List<Boolean> walk() throws IOException {
        List<Boolean> auxiliary = new ArrayList<>();
        Set<Long> visited = new HashSet<>();
        for (long offset = readInt(); offset != 0; offset = readInt()) {
            if (!visited.add(offset)) {
                throw new IOException("image directory at byte " + offset + " is linked twice");
            }
            if (offset + 2 > in.length()) {
                throw new IOException(
                        "image directory at byte " + offset + " lies beyond the file's " + in.length() + " bytes");
            }
            in.seek(offset);
            auxiliary.add(readDirectory(offset));
        }
        return auxiliary;
    }

    private boolean readDirectory(long offset) throws IOException {
        int entries = (int) readShort();
        if (entries == 0 || offset + 2 + (long) entries * ENTRY_BYTES + 4 > in.length()) {
            throw new IOException("image directory at byte " + offset + " with " + entries
                    + " entries is empty or ends beyond the file's " + in.length() + " bytes");
        }
        Map<Integer, Long> tags = new HashMap<>();
        for (int i = 0; i < entries; i++) {
            int tag = (int) readShort();
            boolean isShort = readShort() == SHORT;
            in.skipBytes(4);
            tags.put(tag, isShort ? readShort() : readInt());
            in.skipBytes(isShort ? 2 : 0);
        }
        requireDecodable(tags);
        return (tags.getOrDefault(NEW_SUBFILE_TYPE, 0L) & AUXILIARY) != 0;
    }

    /** Variants that ImageJ's decoder would take for something else. */
    private static void requireDecodable(Map<Integer, Long> tags) throws IOException {
        if (tags.getOrDefault(PREDICTOR, 1L) > 2) {
            throw new IOException("floating-point predictor");
        }
        if (tags.getOrDefault(PLANAR_CONFIGURATION, 1L) == 2 && tags.getOrDefault(SAMPLES_PER_PIXEL, 1L) > 3) {
            throw new IOException("separate planes for more than 3 channels");
        }
    }

    private long readShort() throws IOException {
        long first = in.readUnsignedByte();
        long second = in.readUnsignedByte();
        return littleEndian ? second << 8 | first : first << 8 | second;
    }

    private long readInt() throws IOException {
        long first = readShort();
        long second = readShort();
        return littleEndian ? second << 16 | first : first << 16 | second;
    }
}
