/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.inference;

import java.util.HashMap;
import java.util.Map;

/**
 * The crops of a reference image, encoded when first needed. If many distorted images meet the same reference, their
 * features are kept (about 1 MB a crop for the published network) up to a budget, and those beyond it are encoded each time;
 * the scores are the same. Holds native memory until closed; not thread safe.
 */
public final class ReferenceCrops implements AutoCloseable {

    private final CropSource source;
    private final int count;
    private final long budgetBytes;
    private final Map<Integer, SiameseNetwork.Encoded> kept = new HashMap<>();
    private long keptBytes;
    private int keptBatch;

    ReferenceCrops(CropSource source, int count, long budgetBytes) {
        this.source = source;
        this.count = count;
        this.budgetBytes = budgetBytes;
    }

    CropSource source() {
        return source;
    }

    /** Number of crops. */
    public int count() {
        return count;
    }

    /**
     * The kept features of the batch of at most {@code batch} crops that starts at crop {@code start}, or null. Those of
     * batches of another size are freed: the network may have had to make its batches smaller since.
     */
    SiameseNetwork.Encoded kept(int start, int batch) {
        if (batch != keptBatch) {
            close();
            keptBatch = batch;
        }
        return kept.get(start);
    }

    /** Takes over the features of a batch: keeps them if they fit into the budget, closes them otherwise. */
    void keepOrClose(int start, SiameseNetwork.Encoded encoded) {
        if (kept.get(start) == encoded) {
            return;
        }
        if (keptBytes + encoded.sizeBytes() > budgetBytes) {
            encoded.close();
            return;
        }
        kept.put(start, encoded);
        keptBytes += encoded.sizeBytes();
    }

    /** Frees all kept features; they are encoded again when needed. */
    @Override
    public void close() {
        kept.values().forEach(SiameseNetwork.Encoded::close);
        kept.clear();
        keptBytes = 0;
    }
}
