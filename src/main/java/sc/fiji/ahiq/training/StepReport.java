/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.Optional;

/**
 * What happened in a step.
 *
 * @param step its number, from 1
 * @param steps of the whole training
 * @param epoch from 1
 * @param loss of its batch
 * @param rate learning rate
 * @param agreement of scores and labels of the validation pairs, where it was measured after this step
 * @param isBest whether that is the best so far, and its model was kept
 * @param pairsPerSecond of this step, with waiting for its images, without validation
 */
public record StepReport(
        long step,
        long steps,
        long epoch,
        double loss,
        double rate,
        Optional<ValidationAgreement> agreement,
        boolean isBest,
        double pairsPerSecond) {}
