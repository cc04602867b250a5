/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;

/** A metric that knows its reference. Thread safe; may hold native memory until closed. */
public interface Prepared extends AutoCloseable {

    /**
     * Compares a distorted image with the reference.
     *
     * @param distorted made by the {@link Reference} that was prepared
     * @param progress told of the steps of one comparison, if it has more than one; may stop it
     * @throws ImageException if the metric is not defined for this image
     * @throws sc.fiji.ahiq.base.error.EngineException if it runs on an engine that fails
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code progress} throws it
     */
    MetricResult compare(Distorted distorted, Progress progress);

    @Override
    default void close() {}
}
