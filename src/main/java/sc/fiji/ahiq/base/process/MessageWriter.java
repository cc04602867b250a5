/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.process;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import sc.fiji.ahiq.base.error.EngineException;

/**
 * Makes a message; see the package description for its format. Its methods throw an {@link EngineException} once it
 * would be longer than a frame can be.
 */
public final class MessageWriter {

    private static final int FIRST_CAPACITY = 256;

    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

    public MessageWriter number(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    public MessageWriter real(double value) {
        room(Double.BYTES).putDouble(value);
        return this;
    }

    public MessageWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        room(utf8.length).put(utf8);
        return this;
    }

    /** To the last bit, whatever they are. */
    public MessageWriter floats(float[] values) {
        number(values.length);
        ByteBuffer target = room((long) values.length * Float.BYTES);
        target.asFloatBuffer().put(values);
        target.position(target.position() + values.length * Float.BYTES);
        return this;
    }

    private ByteBuffer room(long needed) {
        long length = bytes.position() + needed;
        if (length > MessageFrame.MOST_BYTES) {
            throw new EngineException(
                    "Expected at most " + MessageFrame.MOST_BYTES + " bytes for a helper process, but found " + length
                            + ". Use a smaller batch or smaller images, or engine=internal (--engine internal).");
        }
        if (needed > bytes.remaining()) {
            int capacity = (int) Math.max(length + FIRST_CAPACITY, Math.min(2L * bytes.capacity(), 1 << 16));
            bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
        }
        return bytes;
    }

    /** What was written so far. */
    ByteBuffer message() {
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).flip();
    }
}
