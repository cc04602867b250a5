/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the zip archives of arrays that {@code numpy.savez} and {@code numpy.savez_compressed} write. */
final class Npz {

    private static final String SUFFIX = ".npy";

    private final ZipArchive archive;

    private Npz(ZipArchive archive) {
        this.archive = archive;
    }

    static boolean isArray(ZipItem item) {
        return item.name().endsWith(SUFFIX);
    }

    static Checkpoint read(ZipArchive archive) {
        Npz npz = new Npz(archive);
        Map<String, LazyTensor> tensors = new LinkedHashMap<>();
        for (ZipItem item : archive.items()) {
            if (!item.isFolder()) {
                tensors.put(npz.name(item), npz.lazy(item));
            }
        }
        return new LazyCheckpoint(archive.file(), tensors, Map.of());
    }

    private String name(ZipItem item) {
        if (!isArray(item)) {
            throw archive.place(item).refusal(0, "a name that ends in " + SUFFIX, "another");
        }
        return item.name().substring(0, item.name().length() - SUFFIX.length());
    }

    private LazyTensor lazy(ZipItem item) {
        Place place = archive.place(item);
        NpyHeader header = NpyHeader.parse(place, archive.head(item, NpyHeader.MAX_BYTES));
        long found = item.sizeBytes() - header.dataOffset();
        if (found != header.info().sizeBytes()) {
            throw place.refusal(
                    header.dataOffset(),
                    header.info().sizeBytes() + " bytes for " + header.info(),
                    Long.toString(found));
        }
        return header.view().lazy(place, (offset, length) -> archive.bytes(item, header.dataOffset() + offset, length)
                .order(header.order()));
    }
}
