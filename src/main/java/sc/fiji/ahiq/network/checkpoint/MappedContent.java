/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file on a disk, of which larger parts are mapped into memory. */
record MappedContent(FileChannel channel, long sizeBytes) implements FileContent {

    /** Below this a read is cheaper than a mapping, which costs whole pages and lives until it is garbage collected. */
    private static final int MIN_MAPPED_BYTES = 1 << 16;

    static MappedContent open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new MappedContent(channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public ByteBuffer bytes(long offset, int length) throws IOException {
        return length < MIN_MAPPED_BYTES
                ? copy(offset, length)
                : channel.map(FileChannel.MapMode.READ_ONLY, offset, length);
    }

    private ByteBuffer copy(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
