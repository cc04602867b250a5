/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.HashMap;
import java.util.Map;

/**
 * The crops of a reference image, encoded when first needed. If many distorted images meet the same reference, their
 * features are kept (about 1 MB a crop for the published network) up to a budget, and those beyond it are encoded each time;
 * the scores are the same. Holds native memory until closed. Thread safe.
 */
public final class ReferenceCrops implements AutoCloseable {

    private final CropSource source;
    private final int count;
    private final FeatureBudget budget;
    private final Map<Integer, SiameseNetwork.Encoded> kept = new HashMap<>();
    private long keptBytes;
    private int keptBatch;
    private int borrowed;

    /** Encodes a batch of crops. */
    @FunctionalInterface
    interface Encoder {
        SiameseNetwork.Encoded encode() throws OutOfNativeMemoryException;
    }

    ReferenceCrops(CropSource source, int count, FeatureBudget budget) {
        this.source = source;
        this.count = count;
        this.budget = budget;
    }

    CropSource source() {
        return source;
    }

    /** Number of crops. */
    public int count() {
        return count;
    }

    /**
     * The features of the batch of at most {@code batch} crops that starts at crop {@code start}, to be given back. They are
     * kept if they fit into the budget. Those of batches of another size are freed: the network may have had to make its
     * batches smaller since.
     */
    synchronized SiameseNetwork.Encoded borrow(int start, int batch, Encoder encoder)
            throws OutOfNativeMemoryException {
        if (batch != keptBatch) {
            close();
            keptBatch = batch;
        }
        SiameseNetwork.Encoded encoded = kept.get(start);
        if (encoded == null) {
            encoded = encoder.encode();
            if (budget.take(encoded.sizeBytes())) {
                kept.put(start, encoded);
                keptBytes += encoded.sizeBytes();
            }
        }
        borrowed++;
        return encoded;
    }

    /** Ends the use of borrowed features, and frees them if they are not kept. */
    synchronized void giveBack(int start, SiameseNetwork.Encoded encoded) {
        if (kept.get(start) != encoded) {
            encoded.close();
        }
        borrowed--;
        notifyAll();
    }

    /** Frees all kept features, once they are not in use; they are encoded again when needed. */
    @Override
    public synchronized void close() {
        boolean interrupted = false;
        while (borrowed > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        kept.values().forEach(SiameseNetwork.Encoded::close);
        kept.clear();
        budget.giveBack(keptBytes);
        keptBytes = 0;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
