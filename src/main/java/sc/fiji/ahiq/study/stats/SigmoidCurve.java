/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import java.util.stream.DoubleStream;

/**
 * height (1/2 - 1 / (1 + exp(steepness (x - centre)))) + slope x + offset, of which both logistic forms and the
 * straight line are cases.
 */
record SigmoidCurve(double height, double steepness, double centre, double slope, double offset) {

    static SigmoidCurve line(double slope, double offset) {
        return new SigmoidCurve(0, 0, 0, slope, offset);
    }

    double value(double x) {
        return height * step(x) + slope * x + offset;
    }

    double[] map(double[] x) {
        return DoubleStream.of(x).map(this::value).toArray();
    }

    /** The logistic step from -1/2 to 1/2, as hyperbolic tangent, which does not overflow. */
    double step(double x) {
        return Math.tanh(steepness * (x - centre) / 2) / 2;
    }

    /** Derivative of the step by its exponent. */
    double stepDerivative(double x) {
        double step = step(x);
        return 0.25 - step * step;
    }

    /** This curve of coordinates on the two axes, as a curve of the values they stand for. */
    SigmoidCurve rescaled(Axis x, Axis y) {
        double newSlope = slope * y.scale() / x.scale();
        return new SigmoidCurve(
                height * y.scale(),
                steepness / x.scale(),
                x.origin() + x.scale() * centre,
                newSlope,
                y.origin() + y.scale() * offset - newSlope * x.origin());
    }

    double[] fiveParameters() {
        return new double[] {height, steepness, centre, slope, offset};
    }

    /** Upper and lower level in the direction of increasing scores, centre and width. */
    double[] fourParameters() {
        double rise = steepness < 0 ? -height : height;
        return new double[] {offset + rise / 2, offset - rise / 2, centre, 1 / Math.abs(steepness)};
    }

    boolean isFinite() {
        return Double.isFinite(height + steepness + centre + slope + offset);
    }

    /** A coordinate axis. */
    record Axis(double origin, double scale) {

        double[] coordinates(double[] values) {
            return DoubleStream.of(values)
                    .map(value -> (value - origin) / scale)
                    .toArray();
        }
    }
}
