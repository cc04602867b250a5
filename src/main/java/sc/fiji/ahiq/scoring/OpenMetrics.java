/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.List;
import java.util.Optional;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.metric.FullReferenceMetric;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Network;

/** The metrics of a selection, ready to score. Closing frees what was opened for them, but not the network. */
public final class OpenMetrics implements AutoCloseable {

    /** What IW-SSIM needs, the most of all; by measurement, 0.3 GB for RGB of 1024 x 1024 pixels. */
    private static final long BYTES_PER_PIXEL_OF_OTHERS = 320;

    private final Optional<Network> network;
    private final List<FullReferenceMetric> others;

    private OpenMetrics(Optional<Network> network, List<FullReferenceMetric> others) {
        this.network = network;
        this.others = others;
    }

    /**
     * Opens all metrics but AHIQ.
     *
     * @param network for AHIQ; needed where it is among the metrics, not closed by this
     * @throws sc.fiji.ahiq.base.error.ModelException if a script is not there or no TorchScript file
     * @throws sc.fiji.ahiq.base.error.EngineException if there is a script and the engine cannot start
     * @throws IllegalArgumentException if AHIQ is among the metrics and there is no network
     */
    public static OpenMetrics open(MetricSelection selection, Optional<Network> network, InferenceOptions options) {
        if (selection.includesAhiq() && network.isEmpty()) {
            throw new IllegalArgumentException("AHIQ needs a network");
        }
        return new OpenMetrics(selection.includesAhiq() ? network : Optional.empty(), selection.open(options));
    }

    /** An estimate of the heap in bytes that a pair takes while it is scored, both images included. */
    public long heapBytes(ImagePlane reference) {
        long pixels = reference.width() * reference.height();
        return 2 * reference.sizeBytes() + (others.isEmpty() ? 0 : BYTES_PER_PIXEL_OF_OTHERS * pixels);
    }

    Optional<Network> network() {
        return network;
    }

    List<FullReferenceMetric> others() {
        return others;
    }

    @Override
    public void close() {
        MetricSelection.close(others);
    }
}
