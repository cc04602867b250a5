/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import sc.fiji.ahiq.scoring.ScoringRequest;
import sc.fiji.ahiq.scoring.batch.ScoringCapacity;

/** What a task may take of its executor. */
final class TaskSettings {

    private static final String GPU = "gpu";

    private TaskSettings() {}

    /** The shared run; on the GPU that Spark gave to the task, if it did and no device was asked for. */
    static ExecutorRun open(ScoringRequest request, TaskContext task) {
        ResourceInformation gpus = task.resourcesJMap().get(GPU);
        boolean given =
                gpus != null && gpus.addresses().length > 0 && request.device().equals("auto");
        ScoringRequest own = given ? request.withDevice(GPU + gpus.addresses()[0]) : request;
        return ExecutorRun.of(own, task.cpus());
    }

    /** As many threads as the task has cores, and its share of the heap. */
    static ScoringCapacity capacity(TaskContext task) {
        Runtime runtime = Runtime.getRuntime();
        int tasks = Math.max(1, runtime.availableProcessors() / task.cpus());
        return new ScoringCapacity(task.cpus(), runtime.maxMemory() / tasks);
    }
}
