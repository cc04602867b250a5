/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The files of a distorted image and of its reference, and what is known of them.
 *
 * @param mos mean opinion score in the units of the dataset, higher is better (readers negate labels of the other
 *     direction); empty if nobody rated the pair
 * @param mosDeviation standard deviation of the opinions, in the same units, as published
 * @param distortion name of the kind of distortion; empty if unknown
 * @param level of the distortion, from 1
 */
public record RatedPair(
        Path reference,
        Path distorted,
        OptionalDouble mos,
        OptionalDouble mosDeviation,
        String distortion,
        OptionalInt level) {

    /** A pair of which nothing is known but its files. */
    public static RatedPair unrated(Path reference, Path distorted) {
        return new RatedPair(
                reference, distorted, OptionalDouble.empty(), OptionalDouble.empty(), "", OptionalInt.empty());
    }
}
