/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import sc.fiji.ahiq.training.Agreement;
import sc.fiji.ahiq.training.StepReport;
import sc.fiji.ahiq.training.TrainingMonitor;

/**
 * Tells on standard error how a training goes: a line for every validation, and between them, on a terminal, one that changes.
 */
final class TrainingLine implements TrainingMonitor {

    private static final String CLEAR_LINE = "\r\033[K";
    private static final long REFRESH_NANOS = 500_000_000L;
    private static final long SECONDS_PER_MINUTE = 60;

    /** How much of the mean over former steps is kept in that with one more. */
    private static final double MEMORY = 0.98;

    private final Cancellation cancellation;
    private final PrintWriter err;
    private final boolean terminal = TerminalProgress.isTerminal();
    private final long start = System.nanoTime();
    private long firstStep = -1;
    private boolean shown;
    private long shownNanos = start - REFRESH_NANOS;
    private double loss = Double.NaN;
    private double pairsPerSecond = Double.NaN;

    TrainingLine(Cancellation cancellation, PrintWriter err) {
        this.cancellation = cancellation;
        this.err = err;
    }

    @Override
    public boolean isStopRequested() {
        return cancellation.isRequested();
    }

    @Override
    public void note(String sentence) {
        err.println(sentence);
    }

    @Override
    public void stepDone(StepReport report) {
        if (firstStep < 0) {
            firstStep = report.step() - 1;
        }
        loss = smoothed(loss, report.loss());
        pairsPerSecond = smoothed(pairsPerSecond, report.pairsPerSecond());
        Optional<Agreement> agreement = report.agreement();
        if (agreement.isPresent()) {
            clear();
            err.println(state(report)
                    + String.format(
                            Locale.ROOT,
                            ", SROCC %.4f, PLCC %.4f%s",
                            agreement.get().srocc(),
                            agreement.get().plcc(),
                            report.isBest() ? ", best" : ""));
        } else if (terminal && System.nanoTime() - shownNanos >= REFRESH_NANOS) {
            err.print(CLEAR_LINE + state(report) + left(report));
            err.flush();
            shown = true;
            shownNanos = System.nanoTime();
        }
    }

    private static double smoothed(double mean, double value) {
        if (Double.isNaN(value)) {
            return mean;
        }
        return Double.isNaN(mean) ? value : MEMORY * mean + (1 - MEMORY) * value;
    }

    private String state(StepReport report) {
        return String.format(
                Locale.ROOT,
                "Step %d of %d, epoch %d, loss %.5f, %.1f pairs/s",
                report.step(),
                report.steps(),
                report.epoch(),
                loss,
                pairsPerSecond);
    }

    /** By the wall time of this run, validations included. */
    private String left(StepReport report) {
        double secondsPerStep = (System.nanoTime() - start) / 1e9 / (report.step() - firstStep);
        long minutes = Math.round(secondsPerStep * (report.steps() - report.step()) / SECONDS_PER_MINUTE);
        return String.format(
                Locale.ROOT, ", %d h %02d min left", minutes / SECONDS_PER_MINUTE, minutes % SECONDS_PER_MINUTE);
    }

    /** Clears the line that changes. */
    void clear() {
        if (shown) {
            err.print(CLEAR_LINE);
            err.flush();
            shown = false;
        }
    }
}
