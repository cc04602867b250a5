/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

/** Told how a training goes; may stop it. */
public interface TrainingMonitor {

    /** Whether the user wants to stop: the checkpoint is written then. Asked before every step and every validated pair. */
    boolean isStopRequested();

    /** A sentence for the user, before the first step. */
    void note(String sentence);

    /** After every step. */
    void stepDone(StepReport report);
}
