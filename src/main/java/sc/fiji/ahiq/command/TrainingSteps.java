/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.Locale;
import java.util.function.Consumer;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.training.StepReport;
import sc.fiji.ahiq.training.ValidationAgreement;

/** Tells how a training goes: a note for every validation, and epoch, loss and speed beside the number of each step. */
final class TrainingSteps implements Consumer<StepReport> {

    /** How much of the mean over former steps is kept in that with one more. */
    private static final double MEMORY = 0.98;

    private final Progress progress;
    private double loss = Double.NaN;
    private double pairsPerSecond = Double.NaN;

    TrainingSteps(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void accept(StepReport report) {
        loss = smoothed(loss, report.loss());
        pairsPerSecond = smoothed(pairsPerSecond, report.pairsPerSecond());
        String state =
                String.format(Locale.ROOT, "epoch %d, loss %.5f, %.1f pairs/s", report.epoch(), loss, pairsPerSecond);
        progress.step(state + ", step");
        report.agreement()
                .map(agreement -> "Step " + report.step() + " of " + report.steps() + ", " + state + text(agreement)
                        + (report.isBest() ? ", best" : ""))
                .ifPresent(progress::note);
    }

    private static String text(ValidationAgreement agreement) {
        return String.format(Locale.ROOT, ", SROCC %.4f, PLCC %.4f", agreement.srocc(), agreement.plcc());
    }

    private static double smoothed(double mean, double value) {
        if (Double.isNaN(value)) {
            return mean;
        }
        return Double.isNaN(mean) ? value : MEMORY * mean + (1 - MEMORY) * value;
    }
}
