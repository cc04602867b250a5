/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.util.List;
import java.util.Optional;

/**
 * What a finished run did.
 *
 * @param pairs in the list or its shard
 * @param scored by this run
 * @param failed in this run; their rows tell why
 * @param kept in the results file before and not scored again
 * @param firstError of the first pair that failed
 * @param duplicates in words, such as {@code pair 7 repeats pair 3}; they have rows like all others
 * @param encodedReferenceCrops crops of references that went through the network: each once, unless a reference has
 *     more of them than are kept
 */
public record BatchSummary(
        int pairs,
        int scored,
        int failed,
        int kept,
        Optional<String> firstError,
        List<String> duplicates,
        long encodedReferenceCrops) {

    private static final int MAX_NAMED = 3;

    /** A line for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(pairs).append(" pairs: ").append(scored).append(" scored");
        if (kept > 0) {
            text.append(", ").append(kept).append(" scored before");
        }
        if (failed > 0) {
            text.append(", ").append(failed).append(" failed");
        }
        text.append('.');
        if (!duplicates.isEmpty()) {
            int others = duplicates.size() - MAX_NAMED;
            text.append(" The list has duplicates: ")
                    .append(String.join("; ", duplicates.subList(0, Math.min(MAX_NAMED, duplicates.size()))))
                    .append(others > 0 ? "; and " + others + " more." : ".");
        }
        return text.toString();
    }
}
