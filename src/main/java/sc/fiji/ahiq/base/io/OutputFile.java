/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import sc.fiji.ahiq.base.error.ResultsException;

/**
 * Files for the user: written with all their bytes or not at all, see {@link AtomicFile}, in a folder that exists.
 * Every failure is a {@link ResultsException} that names the file and the reason; what was there before is then
 * unchanged.
 */
public final class OutputFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private OutputFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Body {

        /** @param out buffered; may be closed by this method */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Creates or replaces a file.
     *
     * @param kind what it is, for messages, such as {@code map}
     * @throws ResultsException if {@code body} throws an {@link IOException}, or the file cannot be written
     */
    public static void write(Path file, String kind, Body body) {
        try {
            AtomicFile.write(file, channel -> fill(channel, body));
        } catch (IOException e) {
            throw new ResultsException(
                    "Cannot write the " + kind + " " + file + ": " + IoReason.of(e)
                            + ". Mend that, or write elsewhere.",
                    e);
        }
    }

    static void fill(WritableByteChannel channel, Body body) throws IOException {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
        body.writeTo(out);
        out.flush();
    }

    /** The same for a text, in UTF-8. */
    public static void writeText(Path file, String kind, String text) {
        write(file, kind, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
