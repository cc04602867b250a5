/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import sc.fiji.ahiq.base.Progress;

/** The executors of an application: a cluster may have none to give. */
final class Executors {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final JavaSparkContext context;
    private final Progress progress;
    private long lastSeenNanos = System.nanoTime();
    private boolean noted;

    Executors(JavaSparkContext context, Progress progress) {
        this.context = context;
        this.progress = progress;
    }

    /** Tells once that there has been none for a while. */
    void noteIfNone() {
        long now = System.nanoTime();
        if (noted || now - lastSeenNanos < PATIENCE_NANOS) {
            return;
        }
        boolean local = context.isLocal();
        if (local || context.statusTracker().getExecutorInfos().length > 1) { // the driver is one of them
            lastSeenNanos = now;
            return;
        }
        noted = true;
        progress.note(
                "Waiting for executors: the cluster " + context.master()
                        + " has given none. It may be busy, or have no node with so much memory and so many cores; see its pages.");
    }
}
