/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import sc.fiji.ahiq.scoring.batch.PlannedPair;

/**
 * Divides pairs into parts, each of which a task scores. Pairs of one reference stay together, so that it is read and
 * encoded once, unless they are so many that cores would wait for them at the end.
 */
final class PartPlan {

    /** Parts of a group that is split, were it all there is: tasks that take long make others wait at the end. */
    private static final int PIECES_PER_CORE = 4;

    /** Parts that small groups are joined to, so that cores which come late have something to do. */
    private static final int JOINED_PARTS = 64;

    /** What is lost when a driver dies is what its tasks have not finished. */
    private static final int MOST_PAIRS = 200;

    /** What a pair costs besides its pixels. */
    private static final long PIXELS_OF_A_PAIR = 1 << 12;

    private final ToLongFunction<PlannedPair> pixels;
    private final List<List<PlannedPair>> parts = new ArrayList<>();
    private List<PlannedPair> pairs;
    private long joinedWeight;
    private int from;
    private long weight;

    private PartPlan(ToLongFunction<PlannedPair> pixels) {
        this.pixels = pixels;
    }

    /**
     * Parts of about equal pixels, in order; none has more than a few hundred pairs.
     *
     * @param pairs those of one reference follow each other
     * @param pixels of the reference of a pair
     * @param cores that are expected to score at the same time
     */
    static List<List<PlannedPair>> of(List<PlannedPair> pairs, ToLongFunction<PlannedPair> pixels, int cores) {
        return new PartPlan(pixels).divide(pairs, cores);
    }

    private List<List<PlannedPair>> divide(List<PlannedPair> all, int cores) {
        pairs = all;
        List<Integer> starts = starts();
        long total = 0;
        for (int i = 0; i + 1 < starts.size(); i++) {
            total += weight(starts.get(i), starts.get(i + 1));
        }
        joinedWeight = Math.max(1, total / JOINED_PARTS);
        long piece = Math.max(1, total / ((long) PIECES_PER_CORE * cores));
        for (int i = 0; i + 1 < starts.size(); i++) {
            add(starts.get(i), starts.get(i + 1), piece);
        }
        close(pairs.size());
        return parts;
    }

    /** Where groups of pairs of one reference begin, and the end of the last. */
    private List<Integer> starts() {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (i == 0
                    || !pairs.get(i)
                                    .pair()
                                    .reference()
                                    .equals(pairs.get(i - 1).pair().reference())
                            && !pairs.get(i).reference().equals(pairs.get(i - 1).reference())) {
                starts.add(i);
            }
        }
        starts.add(pairs.size());
        return starts;
    }

    private long weight(int start, int end) {
        return (end - start) * (PIXELS_OF_A_PAIR + pixels.applyAsLong(pairs.get(start)));
    }

    private void add(int start, int end, long piece) {
        int count = end - start;
        long group = weight(start, end);
        long pieces = Math.max(group > 2 * piece ? group / piece : 1, (count + MOST_PAIRS - 1) / MOST_PAIRS);
        if (pieces > 1) {
            close(start);
            long last = Math.min(pieces, count);
            for (long i = 1; i <= last; i++) {
                close((int) (start + count * i / last));
            }
            return;
        }
        if (weight + group > joinedWeight || end - from > MOST_PAIRS) {
            close(start);
        }
        weight += group;
    }

    private void close(int end) {
        if (end > from) {
            parts.add(pairs.subList(from, end));
        }
        from = end;
        weight = 0;
    }
}
