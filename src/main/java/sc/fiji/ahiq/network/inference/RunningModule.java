/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.List;

/** A TorchScript module of this program on a device. Holds its weights in native memory until closed. Thread safe. */
interface RunningModule extends AutoCloseable {

    /**
     * Calls a method that makes features of an image or of a batch of them.
     *
     * @param core what is kept of each of its tensors; empty for all of it
     */
    SiameseNetwork.Encoded encode(String method, Pixels image, List<FeatureWindow> core)
            throws OutOfNativeMemoryException;

    /** Calls a method with an image and the tensors of features. */
    List<FeatureOutput> compare(String method, Pixels image, SiameseNetwork.Encoded reference)
            throws OutOfNativeMemoryException;

    /** Calls a method with two lists of the tensors of features. */
    List<FeatureOutput> compare(String method, SiameseNetwork.Encoded reference, SiameseNetwork.Encoded distorted)
            throws OutOfNativeMemoryException;

    @Override
    void close();
}
