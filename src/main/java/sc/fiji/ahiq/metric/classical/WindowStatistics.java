/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.function.UnaryOperator;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Local means, variances and covariance of two planes. Variances are kept from falling below zero by rounding.
 *
 * @param meanA mean of the first plane in each window
 * @param meanB mean of the second
 * @param varianceA variance of the first
 * @param varianceB variance of the second
 * @param covariance of the two
 */
record WindowStatistics(Plane meanA, Plane meanB, Plane varianceA, Plane varianceB, Plane covariance) {

    /** @param mean weighted mean in a window around (or from) each pixel */
    static WindowStatistics of(Plane a, Plane b, UnaryOperator<Plane> mean) {
        Plane meanA = mean.apply(a);
        Plane meanB = mean.apply(b);
        Plane varianceA = mean.apply(a.squared()).zip(meanA, (square, m) -> Math.max(0, square - m * m));
        Plane varianceB = mean.apply(b.squared()).zip(meanB, (square, m) -> Math.max(0, square - m * m));
        Plane covariance = mean.apply(a.times(b)).minus(meanA.times(meanB));
        return new WindowStatistics(meanA, meanB, varianceA, varianceB, covariance);
    }
}
