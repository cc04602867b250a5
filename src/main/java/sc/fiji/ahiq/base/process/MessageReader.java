/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.process;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Takes a message apart, in the order in which a {@link MessageWriter} made it. Nothing longer than it is believed. */
public final class MessageReader {

    private final ByteBuffer bytes;

    MessageReader(ByteBuffer message) {
        this.bytes = message.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws MalformedMessageException if the message has no more of it; so do the others */
    public long number() throws MalformedMessageException {
        return require(Long.BYTES).getLong();
    }

    /** A number from {@code least} to {@code most}. */
    public int number(int least, int most) throws MalformedMessageException {
        long value = number();
        if (value < least || value > most) {
            throw new MalformedMessageException("number " + value + ", expected " + least + " to " + most);
        }
        return (int) value;
    }

    public double real() throws MalformedMessageException {
        return require(Double.BYTES).getDouble();
    }

    public String text() throws MalformedMessageException {
        byte[] utf8 = new byte[length(1)];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    public float[] floats() throws MalformedMessageException {
        float[] values = new float[length(Float.BYTES)];
        bytes.asFloatBuffer().get(values);
        bytes.position(bytes.position() + values.length * Float.BYTES);
        return values;
    }

    /** Of elements of so many bytes, which are all there. */
    private int length(int elementBytes) throws MalformedMessageException {
        return number(0, bytes.remaining() < Long.BYTES ? 0 : (bytes.remaining() - Long.BYTES) / elementBytes);
    }

    private ByteBuffer require(int length) throws MalformedMessageException {
        if (bytes.remaining() < length) {
            throw new MalformedMessageException(
                    length + " bytes expected, but the message ends after " + bytes.remaining());
        }
        return bytes;
    }

    /** @throws MalformedMessageException if there is something left */
    public void end() throws MalformedMessageException {
        if (bytes.hasRemaining()) {
            throw new MalformedMessageException(bytes.remaining() + " bytes too many");
        }
    }
}
