/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.process;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    /** Floats of a tensor of this shape, of lengths from 0 on. */
    public float[] floats(long... shape) throws MalformedMessageException {
        float[] values = anyFloats();
        long expected = 1;
        for (long length : shape) {
            expected *= length; // of at most 2^31 by 2^31
            if (expected > values.length) {
                break;
            }
        }
        if (expected != values.length) {
            throw new MalformedMessageException(
                    values.length + " numbers, expected those of " + Arrays.toString(shape));
        }
        return values;
    }

    private float[] anyFloats() throws MalformedMessageException {
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
