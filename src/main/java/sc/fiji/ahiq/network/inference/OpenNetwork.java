/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

/** A model on a device. Holds its weights in native memory until closed. */
public sealed interface OpenNetwork extends AutoCloseable permits Network, DifferenceNetwork {

    /** {@code cpu} or {@code gpuN}. */
    String device();

    /** Name, version and build of the engine, for people. */
    String engine();

    /** Crops, or tiles, in the next call of the engine. */
    int batch();

    /** How many crops or tiles of references were encoded since this was opened. */
    long encodedCrops();

    @Override
    void close();
}
