/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.Locale;
import sc.fiji.ahiq.base.Progress;

/**
 * Progress as a line of text that changes: {@code pair 2 of 5, crop 3 of 20, 12 s left}. The time comes as soon as it
 * can be told.
 */
public abstract class ProgressLine implements Progress {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double LEAST_SECONDS = 2;
    private static final double LEAST_PART = 0.05;
    private static final double ENOUGH_SECONDS = 20;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long MINUTES_PER_HOUR = 60;

    private String step = "";
    private double latest = Double.POSITIVE_INFINITY;
    private double first;
    private long firstNanos;

    /** @throws sc.fiji.ahiq.base.error.CancelledException if the user wants to stop */
    protected abstract void stopIfWanted();

    /** @param fraction of the work that is done, 0 to 1; NaN if unknown */
    protected abstract void show(double fraction, String text);

    /** The time, from any beginning. */
    protected long nanos() {
        return System.nanoTime();
    }

    @Override
    public final void step(String name) {
        step = name;
    }

    @Override
    public final void update(long done, long total) {
        tell((double) done / total, count(step, done, total));
    }

    @Override
    public final Progress part(long done, long total) {
        return new Part(done, total);
    }

    private void tell(double fraction, String text) {
        stopIfWanted();
        boolean known = fraction >= 0 && fraction <= 1;
        if (known && fraction < latest) {
            first = fraction; // the beginning, or something else is counted
            firstNanos = nanos();
        }
        latest = known ? fraction : latest;
        show(known ? fraction : Double.NaN, text + (known ? left(fraction) : ""));
    }

    private String left(double fraction) {
        double passed = (nanos() - firstNanos) / NANOS_PER_SECOND;
        boolean known = passed >= LEAST_SECONDS && fraction - first >= LEAST_PART || passed >= ENOUGH_SECONDS;
        if (fraction <= first || !known) {
            return ""; // the first steps are slower, and few tell nothing of the others
        }
        double seconds = passed * (1 - fraction) / (fraction - first);
        long minutes = Math.round(seconds / SECONDS_PER_MINUTE);
        if (minutes < 2) {
            return String.format(Locale.ROOT, ", %.0f s left", seconds);
        }
        return minutes < 2 * MINUTES_PER_HOUR
                ? ", " + minutes + " min left"
                : String.format(
                        Locale.ROOT, ", %d h %02d min left", minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);
    }

    private static String count(String step, long done, long total) {
        return (step.isEmpty() ? "" : step + " ") + done + (total < 0 ? "" : " of " + total);
    }

    private final class Part implements Progress {

        private final long before;
        private final long parts;
        private String innerStep = "";

        Part(long before, long parts) {
            this.before = before;
            this.parts = parts;
        }

        @Override
        public void step(String name) {
            innerStep = name;
        }

        @Override
        public void waitFor(String what) {
            ProgressLine.this.waitFor(what);
        }

        @Override
        public void note(String sentence) {
            ProgressLine.this.note(sentence);
        }

        @Override
        public void update(long done, long total) {
            String part = parts == 1 ? "" : count(step, before + 1, parts) + ", ";
            tell((before + (double) done / total) / parts, part + count(innerStep, done, total));
        }
    }
}
