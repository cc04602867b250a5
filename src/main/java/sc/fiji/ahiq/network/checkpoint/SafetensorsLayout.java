/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.WeightsException;

/** Compares what a safetensors header says with itself and with the file: the tensors tile the data exactly. */
final class SafetensorsLayout {

    private final Path file;
    private final long dataStart;
    private final long dataBytes;

    private SafetensorsLayout(Path file, long dataStart, long fileBytes) {
        this.file = file;
        this.dataStart = dataStart;
        this.dataBytes = fileBytes - dataStart;
    }

    /**
     * The entries by name, in the order of their data.
     *
     * @param dataStart end of the header in the file
     * @throws WeightsException if an entry contradicts itself or the file, or the entries overlap or leave bytes out
     */
    static Map<String, SafetensorsEntry> check(
            Path file, long dataStart, long fileBytes, List<SafetensorsEntry> entries) {
        SafetensorsLayout layout = new SafetensorsLayout(file, dataStart, fileBytes);
        entries.forEach(layout::checkSize);
        return layout.checkTiling(entries);
    }

    private void checkSize(SafetensorsEntry entry) {
        if (entry.begin() > entry.end() || entry.end() > dataBytes) {
            throw refusal(
                    entry,
                    "data_offsets begin <= end <= " + dataBytes + ", the bytes after the header",
                    entry.begin() + " and " + entry.end());
        }
        long bytes = entry.end() - entry.begin();
        if (bytes != sizeBytes(entry)) {
            throw refusal(
                    entry,
                    sizeBytes(entry) + " bytes for " + entry.info(),
                    bytes + " by data_offsets " + entry.begin() + " and " + entry.end());
        }
        if (bytes > Integer.MAX_VALUE) {
            throw Refusal.at(
                    file,
                    entry.name(),
                    entry.offset(),
                    "a tensor of at most " + Integer.MAX_VALUE + " bytes (2 GiB)",
                    bytes + " bytes",
                    "Larger tensors are not supported; store it in parts, or with a smaller data type.");
        }
    }

    private long sizeBytes(SafetensorsEntry entry) {
        try {
            return entry.info().sizeBytes();
        } catch (ArithmeticException e) {
            WeightsException refusal = refusal(
                    entry, "a shape with fewer than 2^63 bytes", entry.info().toString());
            refusal.initCause(e);
            throw refusal;
        }
    }

    private Map<String, SafetensorsEntry> checkTiling(List<SafetensorsEntry> entries) {
        Map<String, SafetensorsEntry> sorted = new LinkedHashMap<>();
        long covered = 0;
        for (SafetensorsEntry entry : sortedByData(entries)) {
            if (entry.begin() != covered) {
                throw Refusal.at(
                        file,
                        entry.name(),
                        dataStart + entry.begin(),
                        "its data to begin at byte " + (dataStart + covered) + ", where the data before it ends",
                        entry.begin() < covered ? "an overlap" : "a gap");
            }
            covered = entry.end();
            sorted.put(entry.name(), entry);
        }
        if (covered != dataBytes) {
            throw Refusal.at(
                    file,
                    dataStart + covered,
                    "the end of the file after the last tensor",
                    (dataBytes - covered) + " more bytes");
        }
        return sorted;
    }

    /** A tensor without elements comes before the one that begins at the same byte. */
    private static List<SafetensorsEntry> sortedByData(List<SafetensorsEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingLong(SafetensorsEntry::begin).thenComparingLong(SafetensorsEntry::end))
                .toList();
    }

    private WeightsException refusal(SafetensorsEntry entry, String expected, String found) {
        return Refusal.at(file, entry.name(), entry.offset(), expected, found);
    }
}
