/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.IOException;

/** How the blocks of a page are compressed. */
record Coding(int compression, int predictor, int fillOrder, int faxOptions, byte[] jpegTables, long[] subsampling) {

    static Coding of(TiffDirectory tags) throws IOException {
        int compression = (int) tags.number(TiffTags.COMPRESSION, TiffTags.UNCOMPRESSED);
        int options = compression == TiffTags.CCITT_T6 ? TiffTags.T6_OPTIONS : TiffTags.T4_OPTIONS;
        return new Coding(
                compression,
                (int) tags.number(TiffTags.PREDICTOR, 1),
                (int) tags.number(TiffTags.FILL_ORDER, 1),
                (int) tags.number(options, 0),
                tags.bytes(TiffTags.JPEG_TABLES),
                tags.numbers(TiffTags.YCBCR_SUBSAMPLING));
    }

    /**
     * Whether the samples are differences; predictors belong to some compressions only, elsewhere the tag says nothing.
     */
    boolean predicted() {
        return predictor != 1
                && switch (compression) {
                    case TiffTags.LZW, TiffTags.DEFLATE, TiffTags.OLD_DEFLATE, TiffTags.ZSTD -> true;
                    default -> false;
                };
    }

    boolean fax() {
        return compression == TiffTags.CCITT_RLE
                || compression == TiffTags.CCITT_T4
                || compression == TiffTags.CCITT_T6;
    }
}
