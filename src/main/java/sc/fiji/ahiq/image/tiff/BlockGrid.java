/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.IOException;
import java.util.Arrays;

/**
 * Where the pixels of a page are. Strips count as tiles as wide as the page.
 *
 * @param planes 1, or the number of samples where each has blocks of its own, those of the first sample first
 * @param tiled whether all blocks are stored in full size; else the last one ends with the image
 * @param offsets of the blocks in the file
 * @param lengths of the blocks in bytes; empty where the file does not say
 */
record BlockGrid(
        int width,
        int height,
        int planes,
        boolean tiled,
        int blockWidth,
        int blockHeight,
        long[] offsets,
        long[] lengths) {

    /** @throws IOException if sizes make no sense */
    static BlockGrid of(TiffDirectory tags) throws IOException {
        int width = size(tags, TiffTags.IMAGE_WIDTH);
        int height = size(tags, TiffTags.IMAGE_LENGTH);
        boolean tiled = tags.has(TiffTags.TILE_OFFSETS);
        boolean separate = tags.number(TiffTags.PLANAR_CONFIGURATION, 1) == TiffTags.SEPARATE_PLANES;
        long rows = Math.min(height, tags.number(TiffTags.ROWS_PER_STRIP, height));
        return new BlockGrid(
                width,
                height,
                separate ? (int) tags.number(TiffTags.SAMPLES_PER_PIXEL, 1) : 1,
                tiled,
                tiled ? size(tags, TiffTags.TILE_WIDTH) : width,
                tiled ? size(tags, TiffTags.TILE_LENGTH) : (int) Math.max(1, rows),
                tags.numbers(tiled ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS),
                tags.numbers(tiled ? TiffTags.TILE_BYTE_COUNTS : TiffTags.STRIP_BYTE_COUNTS));
    }

    private static int size(TiffDirectory tags, int tag) throws IOException {
        long size = tags.number(tag, 0);
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new IOException("size " + tags.number(TiffTags.IMAGE_WIDTH, 0) + " x "
                    + tags.number(TiffTags.IMAGE_LENGTH, 0) + (tag == TiffTags.TILE_WIDTH ? ", tiles of " + size : ""));
        }
        return (int) size;
    }

    int across() {
        return (width - 1) / blockWidth + 1;
    }

    int down() {
        return (height - 1) / blockHeight + 1;
    }

    /** Blocks of one plane. */
    long blocks() {
        return (long) across() * down();
    }

    int storedRows(int block) {
        return tiled ? blockHeight : rows(block);
    }

    /** Columns of a block that are in the image. */
    int columns(int block) {
        return Math.min(blockWidth, width - block % across() * blockWidth);
    }

    /** Rows of a block that are in the image. */
    int rows(int block) {
        return Math.min(blockHeight, height - block / across() * blockHeight);
    }

    /**
     * One strip of all rows as strips of a few rows each, where nothing is compressed.
     *
     * @throws IOException if the rows are more than the strip or the file has
     */
    BlockGrid inPieces(int rows, long rowBytes, long fileBytes) throws IOException {
        if (tiled || blockHeight < height || offsets.length != planes || rows >= height) {
            return this;
        }
        if (rowBytes > fileBytes / height) {
            throw new IOException(height + " rows of " + rowBytes + " bytes in a file of " + fileBytes + " bytes");
        }
        if (Arrays.stream(lengths).anyMatch(length -> length < height * rowBytes)) {
            throw new IOException(
                    "strips of " + Arrays.toString(lengths) + " bytes where " + height * rowBytes + " are needed");
        }
        int pieces = (height - 1) / rows + 1;
        long[] starts = new long[planes * pieces];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = offsets[i / pieces] + i % pieces * (rows * rowBytes);
        }
        return new BlockGrid(width, height, planes, false, blockWidth, rows, starts, new long[0]);
    }
}
