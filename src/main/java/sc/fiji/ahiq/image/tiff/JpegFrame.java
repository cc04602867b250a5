/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.IOException;

/** Size and components of a JPEG stream, from its frame header (ITU-T T.81, B.2.2). */
record JpegFrame(int width, int height, int components) {

    private static final int MARKER = 0xff;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int EXTENSION = 0xc8;
    private static final int ARITHMETIC = 0xcc;
    private static final int START_OF_SCAN = 0xda;

    /** @throws IOException if there is no frame header before the pixels */
    public static JpegFrame of(byte[] stream) throws IOException {
        int at = 2;
        while (at + 10 <= stream.length && (stream[at] & 0xff) == MARKER) {
            int type = stream[at + 1] & 0xff;
            if (type == MARKER) {
                at++;
                continue;
            }
            boolean frame = type >= FIRST_FRAME && type <= LAST_FRAME;
            if (frame && type != HUFFMAN_TABLES && type != EXTENSION && type != ARITHMETIC) {
                return new JpegFrame(unsigned(stream, at + 7), unsigned(stream, at + 5), stream[at + 9] & 0xff);
            }
            if (type == START_OF_SCAN) {
                break;
            }
            at += 2 + unsigned(stream, at + 2);
        }
        throw new IOException("JPEG stream without a frame header");
    }

    private static int unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
