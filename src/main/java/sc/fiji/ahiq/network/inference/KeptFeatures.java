/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.HashMap;
import java.util.Map;

/**
 * Features of parts of a reference, made when first needed and kept up to a budget; those beyond it are made each time.
 * Holds native memory until closed. Thread safe.
 */
final class KeptFeatures implements AutoCloseable {

    private final FeatureBudget budget;
    private final Map<Integer, SiameseNetwork.Encoded> kept = new HashMap<>();
    private long keptBytes;
    private int keptBatch;
    private int borrowed;

    /** Makes the features of a part. */
    @FunctionalInterface
    interface Encoder {
        SiameseNetwork.Encoded encode() throws OutOfNativeMemoryException;
    }

    KeptFeatures(FeatureBudget budget) {
        this.budget = budget;
    }

    /**
     * The features of part {@code key}, to be given back. They are kept if they fit into the budget. If parts are of
     * another size than before, as {@code batch} tells, those kept are freed: memory may have run out since.
     */
    synchronized SiameseNetwork.Encoded borrow(int key, int batch, Encoder encoder) throws OutOfNativeMemoryException {
        if (batch != keptBatch) {
            close();
            keptBatch = batch;
        }
        SiameseNetwork.Encoded encoded = kept.get(key);
        if (encoded != null && encoded.isLost()) {
            drop(key, encoded);
            encoded = null;
        }
        if (encoded == null) {
            encoded = encoder.encode();
            if (budget.take(encoded.sizeBytes())) {
                kept.put(key, encoded);
                keptBytes += encoded.sizeBytes();
            }
        }
        borrowed++;
        return encoded;
    }

    private void drop(int key, SiameseNetwork.Encoded lost) {
        kept.remove(key);
        budget.giveBack(lost.sizeBytes());
        keptBytes -= lost.sizeBytes();
    }

    /** Ends the use of borrowed features, and frees them if they are not kept. */
    synchronized void giveBack(int key, SiameseNetwork.Encoded encoded) {
        if (kept.get(key) != encoded) {
            encoded.close();
        }
        borrowed--;
        notifyAll();
    }

    /** Frees all kept features, once they are not in use; they are made again when needed. */
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
