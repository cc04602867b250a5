/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.process;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A message on its way; see the package description for the format.
 *
 * @param call that it belongs to
 */
record MessageFrame(long call, ByteBuffer message) {

    static final int MOST_BYTES = 1 << 30;

    /** {@code AHIQ}. */
    private static final int MAGIC = 0x51494841;

    private static final int HEADER_BYTES = 16;

    /** Java's streams of files copy all that one call reads or writes, whether it is there yet or not. */
    private static final int BLOCK_BYTES = 1 << 16;

    /**
     * Waits for the next one.
     *
     * @throws NoRoomException if the heap is too small for it; the next one can be read
     */
    static MessageFrame read(InputStream in) throws IOException {
        byte[] bytes = new byte[HEADER_BYTES];
        DataInputStream data = new DataInputStream(in);
        data.readFully(bytes);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int magic = header.getInt();
        int length = header.getInt();
        if (magic != MAGIC || length < 0 || length > MOST_BYTES) {
            throw new MalformedMessageException(
                    "no frame of this program: 0x" + Integer.toHexString(magic) + " 0x" + Integer.toHexString(length));
        }
        long call = header.getLong();
        byte[] message = room(length, call, data);
        for (int done = 0; done < length; done += BLOCK_BYTES) {
            data.readFully(message, done, Math.min(BLOCK_BYTES, length - done));
        }
        return new MessageFrame(call, ByteBuffer.wrap(message));
    }

    private static byte[] room(int length, long call, DataInputStream in) throws IOException {
        try {
            return new byte[length];
        } catch (OutOfMemoryError e) {
            skip(length, in);
            throw new NoRoomException(length, call, e);
        }
    }

    /** By reading, for pipes cannot be skipped. */
    private static void skip(int length, DataInputStream in) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        for (int left = length; left > 0; left -= BLOCK_BYTES) {
            in.readFully(block, 0, Math.min(BLOCK_BYTES, left));
        }
    }

    /** To be called by one thread at a time. */
    void write(OutputStream out) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(MAGIC).putInt(message.remaining()).putLong(call);
        out.write(header.array());
        int start = message.arrayOffset() + message.position();
        for (int done = 0; done < message.remaining(); done += BLOCK_BYTES) {
            out.write(message.array(), start + done, Math.min(BLOCK_BYTES, message.remaining() - done));
        }
        out.flush();
    }
}
