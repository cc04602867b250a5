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

    /** Waits for the next one. */
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
        byte[] message = new byte[length];
        data.readFully(message);
        return new MessageFrame(header.getLong(), ByteBuffer.wrap(message));
    }

    /** To be called by one thread at a time. */
    void write(OutputStream out) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(MAGIC).putInt(message.remaining()).putLong(call);
        out.write(header.array());
        out.write(message.array(), message.arrayOffset() + message.position(), message.remaining());
        out.flush();
    }
}
