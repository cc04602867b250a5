/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 bytes one character per call. A parser on top of it cannot read ahead, so that {@link #position()} says
 * where in the bytes the parser is. Malformed UTF-8 is refused instead of replaced, and {@link #position()} is then its
 * offset.
 */
final class Utf8Reader extends Reader {

    private final ByteBuffer bytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private CharBuffer decoded = CharBuffer.allocate(0);

    Utf8Reader(ByteBuffer bytes) {
        this.bytes = bytes.slice();
    }

    /** Number of bytes consumed. */
    int position() {
        return bytes.position();
    }

    /** Offset of the next byte, from {@link #position()} on, that is neither JSON white space nor a separator. */
    int nextTokenPosition() {
        int next = bytes.position();
        while (next < bytes.limit() && " \t\r\n,:".indexOf(bytes.get(next)) >= 0) {
            next++;
        }
        return next;
    }

    @Override
    public int read(char[] target, int offset, int length) throws CharacterCodingException {
        if (!decoded.hasRemaining()) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            decoded = nextCodePoint();
        }
        target[offset] = decoded.get();
        return 1;
    }

    private CharBuffer nextCodePoint() throws CharacterCodingException {
        int start = bytes.position();
        int length = Math.min(sequenceLength(bytes.get(start) & 0xff), bytes.remaining());
        CharBuffer characters = decoder.decode(bytes.slice(start, length));
        bytes.position(start + length);
        return characters;
    }

    private static int sequenceLength(int lead) {
        if (lead < 0xc0) {
            return 1;
        }
        return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    }

    @Override
    public void close() {
        // There is nothing to release.
    }
}
