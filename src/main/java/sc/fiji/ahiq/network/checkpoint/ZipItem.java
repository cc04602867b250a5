/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

/**
 * An entry of a zip archive.
 *
 * @param crc CRC-32 of the unpacked bytes
 * @param packedBytes length in the file; that of the unpacked bytes if they are stored
 * @param sizeBytes length of the unpacked bytes, as the archive declares it
 * @param headerOffset of the local header in the file
 * @param dataOffset of the packed bytes in the file
 */
record ZipItem(
        String name, boolean deflated, int crc, long packedBytes, long sizeBytes, long headerOffset, long dataOffset) {

    long endOffset() {
        return dataOffset + packedBytes;
    }

    /** Folders are entries of their own in some archives. */
    boolean isFolder() {
        return name.endsWith("/");
    }
}
