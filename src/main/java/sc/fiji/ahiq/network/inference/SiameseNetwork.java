/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.List;

/** One call of the engine each: the network on a batch of normalised crops. Thread safe. */
interface SiameseNetwork extends AutoCloseable {

    /** Features of reference crops, in native memory until closed. */
    interface Encoded extends AutoCloseable {

        long sizeBytes();

        /** Whether they are gone with the process that had them. */
        default boolean isLost() {
            return false;
        }

        @Override
        void close();
    }

    Encoded encode(float[] crops, int count) throws OutOfNativeMemoryException;

    List<CropOutput> compare(float[] crops, int count, Encoded reference) throws OutOfNativeMemoryException;

    @Override
    void close();
}
