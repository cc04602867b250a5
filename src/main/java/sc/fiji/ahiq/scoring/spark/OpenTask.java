/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.Serializable;
import java.util.ArrayList;
import org.apache.spark.TaskContext;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.ScoringRequest;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Opens the metrics on an executor and tells what they are there: devices are those of executors. */
final class OpenTask extends AbstractFunction1<Iterator<Integer>, OpenTask.Opened> implements Serializable {

    private static final long serialVersionUID = 1;

    private final ScoringRequest request;

    /** @param version of the program on the executor */
    record Opened(ArrayList<RunInfo.Scorer> metrics, String version) implements Serializable {}

    OpenTask(ScoringRequest request) {
        this.request = request;
    }

    @Override
    public Opened apply(Iterator<Integer> ignored) {
        ExecutorRun.enter();
        try {
            RunInfo info = TaskSettings.open(request, TaskContext.get()).run().info();
            return new Opened(new ArrayList<>(info.metrics()), info.version());
        } finally {
            ExecutorRun.leave();
        }
    }
}
