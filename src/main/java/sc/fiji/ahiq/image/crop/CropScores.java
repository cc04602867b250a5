/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is known of the crops of an image that were scored.
 *
 * @param scores place and score of each, at least one
 * @param size width and height of a crop in pixels
 */
public record CropScores(List<CropScore> scores, int size) {

    public CropScores {
        scores = List.copyOf(scores);
    }

    /** Of the scores. */
    public double mean() {
        return scores.stream().mapToDouble(CropScore::score).average().orElseThrow();
    }

    /** Of the scores, with their number less one as divisor; empty for a single crop. */
    public OptionalDouble standardDeviation() {
        if (scores.size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean();
        double squares = scores.stream()
                .mapToDouble(crop -> (crop.score() - mean) * (crop.score() - mean))
                .sum();
        return OptionalDouble.of(Math.sqrt(squares / (scores.size() - 1)));
    }
}
