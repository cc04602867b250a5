/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Rows of a file by their places.
 *
 * @param channel open for reading
 * @param columns by the names that they have now
 * @param former whether they have others in the file
 */
record StoredRows(FileChannel channel, RowFormat format, List<String> columns, boolean former)
        implements AutoCloseable {

    /** The cells of a row. */
    Map<String, Object> cells(Span row) throws IOException {
        return format.parse(new String(bytes(row), StandardCharsets.UTF_8), columns, 0, row)
                .cells();
    }

    /** What a file of these columns has for a row. */
    byte[] line(Span row) throws IOException {
        return former ? format.line(cells(row)).getBytes(StandardCharsets.UTF_8) : bytes(row);
    }

    private byte[] bytes(Span row) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(row.length());
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, row.offset() + bytes.position()) < 0) {
                throw new EOFException("a results file was shortened by another program");
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
