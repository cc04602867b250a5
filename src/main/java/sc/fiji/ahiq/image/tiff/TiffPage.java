/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** One page: what its samples mean, how they are compressed, and where they are. */
record TiffPage(Path file, ByteOrder order, PixelKind pixels, Coding coding, BlockGrid grid) {

    /** One strip for all rows is read in pieces of about this size where nothing is compressed. */
    private static final int PIECE_BYTES = 1 << 20;

    /** @throws IOException if sizes or offsets make no sense */
    static TiffPage of(Path file, TiffInput in, TiffDirectory tags) throws IOException {
        TiffPage page = new TiffPage(file, in.order(), PixelKind.of(tags), Coding.of(tags), BlockGrid.of(tags));
        return page.coding.compression() == TiffTags.UNCOMPRESSED ? page.inPieces(in.length()) : page;
    }

    private TiffPage inPieces(long fileBytes) throws IOException {
        int rows = (int) Math.max(1, PIECE_BYTES / Math.max(1, rowBytes()));
        return new TiffPage(file, order, pixels, coding, grid.inPieces(rows, rowBytes(), fileBytes));
    }

    /** Samples of a pixel that are in the same block. */
    int samplesInBlock() {
        return grid.planes() > 1 ? 1 : pixels.samples();
    }

    /** Of a row of a block. */
    long rowBytes() {
        return ((long) grid.blockWidth() * samplesInBlock() * pixels.bits() + 7) / 8;
    }

    boolean sameKind(TiffPage other) {
        return grid.width() == other.grid.width()
                && grid.height() == other.grid.height()
                && pixels.samples() == other.pixels.samples()
                && pixels.bits() == other.pixels.bits()
                && pixels.format() == other.pixels.format();
    }
}
