/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import sc.fiji.ahiq.base.error.WeightsException;

/** The bytes of a pickle with their offsets. Every length is compared with the bytes left before it is allocated. */
final class PickleInput {

    private static final int MAX_LINE_BYTES = 256;

    private final Place place;
    private final ByteBuffer bytes;

    /** @param bytes little-endian, from position 0 on; offsets in refusals are positions in it */
    PickleInput(Place place, ByteBuffer bytes) {
        this.place = place;
        this.bytes = bytes;
    }

    Place place() {
        return place;
    }

    int offset() {
        return bytes.position();
    }

    int remaining() {
        return bytes.remaining();
    }

    WeightsException refusal(long offset, String expected, String found) {
        return place.refusal(offset, expected, found);
    }

    int u8() {
        require(1);
        return bytes.get() & 0xff;
    }

    int u16() {
        require(2);
        return bytes.getShort() & 0xffff;
    }

    int i32() {
        require(4);
        return bytes.getInt();
    }

    long u32() {
        return i32() & 0xffffffffL;
    }

    /** Negative if it is 2^63 or more, which no length is. */
    long u64() {
        require(8);
        return bytes.getLong();
    }

    /** Pickles hold floating-point numbers in network order. */
    double bigEndianDouble() {
        return Double.longBitsToDouble(Long.reverseBytes(u64()));
    }

    byte[] bytes(long length) {
        require(length);
        byte[] result = new byte[(int) length];
        bytes.get(result);
        return result;
    }

    String utf8(long length) {
        int start = offset();
        require(length);
        ByteBuffer text = bytes.slice(start, (int) length);
        bytes.position(start + (int) length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
        } catch (CharacterCodingException e) {
            WeightsException refusal = refusal(start, "text in UTF-8", "bytes that are not");
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** Text up to the next line feed, which is taken too. */
    String line() {
        int start = offset();
        byte[] line = new byte[Math.min(bytes.remaining(), MAX_LINE_BYTES)];
        for (int i = 0; i < line.length; i++) {
            line[i] = bytes.get();
            if (line[i] == '\n') {
                return new String(Arrays.copyOf(line, i), StandardCharsets.ISO_8859_1);
            }
        }
        throw refusal(start, "a line of at most " + MAX_LINE_BYTES + " bytes", "no line feed");
    }

    /** Refuses a length that is negative or goes past the end. */
    void require(long length) {
        if (length < 0 || length > bytes.remaining()) {
            throw refusal(
                    offset(),
                    Long.toUnsignedString(length) + " more bytes of the pickle",
                    bytes.remaining() + " before its end");
        }
    }
}
