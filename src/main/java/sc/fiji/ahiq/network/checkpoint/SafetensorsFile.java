/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads safetensors files: the header at once, each tensor when it is asked for. */
final class SafetensorsFile {

    /** The limit of the reference implementation. */
    static final int MAX_HEADER_BYTES = 100_000_000;

    private SafetensorsFile() {}

    static Checkpoint read(OpenFile file) {
        ByteBuffer header = readHeader(file);
        long dataStart = Long.BYTES + header.remaining();
        SafetensorsHeader parsed = SafetensorsHeader.parse(file.path(), Long.BYTES, header);
        Map<String, LazyTensor> tensors = new LinkedHashMap<>();
        SafetensorsLayout.check(file.path(), dataStart, file.sizeBytes(), parsed.entries())
                .forEach((name, entry) -> tensors.put(name, lazy(file, dataStart, entry)));
        return new LazyCheckpoint(file, tensors, parsed.metadata());
    }

    private static LazyTensor lazy(OpenFile file, long dataStart, SafetensorsEntry entry) {
        int bytes = Math.toIntExact(entry.end() - entry.begin());
        return new LazyTensor(entry.info(), () -> file.bytes(dataStart + entry.begin(), bytes));
    }

    private static ByteBuffer readHeader(OpenFile file) {
        long fileBytes = file.sizeBytes();
        if (fileBytes < Long.BYTES) {
            throw Refusal.at(file.path(), 0, "the 8 bytes of a header length", "a file of " + fileBytes + " bytes");
        }
        long headerBytes = file.bytes(0, Long.BYTES).getLong();
        // Unsigned in the file, so that a negative value is a huge one.
        if (headerBytes < 0 || headerBytes > MAX_HEADER_BYTES) {
            throw Refusal.at(
                    file.path(),
                    0,
                    "a header of at most " + MAX_HEADER_BYTES + " bytes",
                    "a header length of " + Long.toUnsignedString(headerBytes));
        }
        if (headerBytes > fileBytes - Long.BYTES) {
            throw Refusal.at(
                    file.path(),
                    0,
                    "a header within the file of " + fileBytes + " bytes",
                    "a header length of " + headerBytes);
        }
        return file.bytes(Long.BYTES, (int) headerBytes);
    }
}
