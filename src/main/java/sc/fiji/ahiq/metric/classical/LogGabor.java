/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Parts of log-Gabor filters in the frequency domain (D. J. Field, JOSA A 4, 1987), to be multiplied with each other.
 */
final class LogGabor {

    private LogGabor() {}

    /**
     * The radial part exp(-log(r / centre)^2 / (2 logBandwidth^2)), 0 at the zero frequency.
     *
     * @param radius see {@link FrequencyGrid#radius}
     * @param centre centre frequency in the radius' unit
     * @param logBandwidth standard deviation on the axis log r; its sign does not matter
     */
    static Plane radial(Plane radius, double centre, double logBandwidth) {
        return radius.map(r -> {
            double octaves = Math.log(r / centre) / logBandwidth;
            return r == 0 ? 0 : Math.exp(-octaves * octaves / 2);
        });
    }

    /** The angular part: a Gaussian of the angle between a frequency and {@code direction}, in radians. */
    static Plane angular(Plane angle, double direction, double sigma) {
        return angle.map(a -> {
            double difference = Math.abs(Math.IEEEremainder(a - direction, 2 * Math.PI)) / sigma;
            return Math.exp(-difference * difference / 2);
        });
    }

    /** A Butterworth low pass 1 / (1 + (r / cutoff)^(2 order)). */
    static Plane lowPass(Plane radius, double cutoff, int order) {
        return radius.map(r -> 1 / (1 + Math.pow(r / cutoff, 2 * order)));
    }
}
