/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that cannot be mapped, such as one in a jar, as a whole in native memory. */
final class LoadedContent implements FileContent {

    private final ByteBuffer content;
    private volatile boolean open = true;

    private LoadedContent(ByteBuffer content) {
        this.content = content;
    }

    static LoadedContent read(Path path) throws IOException {
        long size = Files.size(path);
        if (size > Integer.MAX_VALUE) {
            throw new IOException("it has " + size + " bytes, but files that are not on a disk may have 2 GiB");
        }
        ByteBuffer content = ByteBuffer.allocateDirect((int) size);
        try (ReadableByteChannel in = Channels.newChannel(Files.newInputStream(path))) {
            while (content.hasRemaining()) {
                if (in.read(content) < 0) {
                    throw new EOFException("the file ends after " + content.position() + " bytes of " + size);
                }
            }
        }
        return new LoadedContent(content.flip().asReadOnlyBuffer());
    }

    @Override
    public long sizeBytes() {
        return content.limit();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public ByteBuffer bytes(long offset, int length) {
        return content.slice((int) offset, length);
    }

    @Override
    public void close() {
        open = false;
    }
}
