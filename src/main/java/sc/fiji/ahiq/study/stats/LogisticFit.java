/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import org.apache.commons.math3.stat.regression.SimpleRegression;

/** A fitted curve. Immutable. */
public final class LogisticFit {

    private static final int STEPS = 2000;
    private static final double MAX_RETURN = 0.05;

    private final Logistic form;
    private final SigmoidCurve curve;
    private final double rmse;
    private final String message;

    private LogisticFit(Logistic form, SigmoidCurve curve, double rmse, String message) {
        this.form = form;
        this.curve = curve;
        this.rmse = rmse;
        this.message = message;
    }

    static LogisticFit converged(Logistic form, SigmoidCurve curve, double[] scores, double[] opinions) {
        return new LogisticFit(form, curve, Deviation.rmse(curve.map(scores), opinions), "");
    }

    /**
     * The least-squares line, level if all scores are equal, in place of a curve.
     *
     * @param reason as part of a sentence
     */
    public static LogisticFit line(Logistic form, double[] scores, double[] opinions, String reason) {
        boolean level = Samples.isConstant(scores) || Samples.isConstant(opinions);
        SigmoidCurve line = level ? SigmoidCurve.line(0, Samples.mean(opinions)) : leastSquares(scores, opinions);
        return new LogisticFit(form, line, Deviation.rmse(line.map(scores), opinions), reason);
    }

    private static SigmoidCurve leastSquares(double[] scores, double[] opinions) {
        SimpleRegression regression = new SimpleRegression();
        for (int i = 0; i < scores.length; i++) {
            regression.addData(scores[i], opinions[i]);
        }
        return SigmoidCurve.line(regression.getSlope(), regression.getIntercept());
    }

    public Logistic form() {
        return form;
    }

    /** Whether this is the curve asked for; if not, it is the least-squares line. */
    public boolean converged() {
        return message.isEmpty();
    }

    /** Why it did not converge, as part of a sentence; empty if it did. */
    public String message() {
        return message;
    }

    /** b1, b2 ... of the form's equation; empty if it did not converge. */
    public double[] parameters() {
        if (!converged()) {
            return new double[0];
        }
        return form == Logistic.FIVE_PARAMETERS ? curve.fiveParameters() : curve.fourParameters();
    }

    /** Root mean squared difference between the opinions and their predictions, in the units of the opinions. */
    public double rmse() {
        return rmse;
    }

    /** Whether predictions keep, or reverse, the order of the scores of an interval, a twentieth of their way apart. */
    public boolean isMonotone(double low, double high) {
        double up = 0;
        double down = 0;
        for (int i = 0; i < STEPS; i++) {
            double step = map(low + (high - low) * (i + 1) / STEPS) - map(low + (high - low) * i / STEPS);
            up += Math.max(0, step);
            down += Math.max(0, -step);
        }
        return Math.min(up, down) <= MAX_RETURN * (up + down);
    }

    /** The predicted opinion. */
    public double map(double score) {
        return curve.value(score);
    }

    /** The predicted opinions. */
    public double[] map(double[] scores) {
        return curve.map(scores);
    }
}
