/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

/** Which scores are good. */
public enum Direction {
    HIGHER_IS_BETTER("higher is better"),
    LOWER_IS_BETTER("lower is better");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    /** Such as {@code higher is better}. */
    public String label() {
        return label;
    }

    /** Whether {@code score} says that the image is at least as good as {@code other} does. */
    public boolean atLeastAsGood(double score, double other) {
        return this == HIGHER_IS_BETTER ? score >= other : score <= other;
    }
}
