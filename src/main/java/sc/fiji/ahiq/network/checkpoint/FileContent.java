/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a file. */
interface FileContent extends Closeable {

    long sizeBytes();

    boolean isOpen();

    /** Bytes that lie within the file. */
    ByteBuffer bytes(long offset, int length) throws IOException;
}
