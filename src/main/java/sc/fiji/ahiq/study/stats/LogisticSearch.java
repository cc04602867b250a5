/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresProblem;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.Pair;

/**
 * Search for the best logistic curve. The surface of its squared error has several minima, so steps of several centres
 * and steepnesses are tried first, for each of which the other parameters are linear; the best of every steepness is
 * improved, and the best of these refined until it converges. All in
 * coordinates in which scores and opinions spread over about one unit.
 */
final class LogisticSearch {

    private static final double[] CENTRE_PERCENTILES = {5, 15, 25, 35, 50, 65, 75, 85, 95};
    private static final double[] STEEPNESSES = {0.5, 1, 2, 5, 15, 50, 250, 1000};
    private static final int FIRST_ITERATIONS = 100;
    private static final int REFINED = 2;
    private static final int MAX_ITERATIONS = 5000;
    private static final double SINGULAR = 1e-12;
    private static final double COST_TOLERANCE = 1e-10;
    private static final double PARAMETER_TOLERANCE = 1e-10;
    private static final double ORTHOGONALITY_TOLERANCE = 1e-12;
    private static final double ROUNDING = 1e-9;

    private final Logistic form;
    private final double[] scores;
    private final double[] opinions;

    private LogisticSearch(Logistic form, double[] scores, double[] opinions) {
        this.form = form;
        this.scores = scores;
        this.opinions = opinions;
    }

    /** Empty if the search does not converge. */
    static Optional<LogisticFit> best(Logistic form, double[] scores, double[] opinions) {
        SigmoidCurve.Axis x = robustAxis(scores);
        SigmoidCurve.Axis y = axis(opinions);
        LogisticSearch search = new LogisticSearch(form, x.coordinates(scores), y.coordinates(opinions));
        return search.best()
                .map(curve -> curve.rescaled(x, y))
                .filter(SigmoidCurve::isFinite)
                .map(curve -> LogisticFit.converged(form, curve, scores, opinions));
    }

    private static SigmoidCurve.Axis axis(double[] values) {
        return new SigmoidCurve.Axis(StatUtils.mean(values), Math.sqrt(StatUtils.populationVariance(values)));
    }

    /** By median and quartiles, which an outlier does not move. */
    private static SigmoidCurve.Axis robustAxis(double[] values) {
        double range = StatUtils.percentile(values, 75) - StatUtils.percentile(values, 25);
        return range > 0 ? new SigmoidCurve.Axis(StatUtils.percentile(values, 50), range) : axis(values);
    }

    private Optional<SigmoidCurve> best() {
        Comparator<SigmoidCurve> byCost = Comparator.comparingDouble(this::cost);
        List<SigmoidCurve> improved = starts().stream()
                .flatMap(start -> refined(start, FIRST_ITERATIONS))
                .sorted(byCost)
                .limit(REFINED)
                .toList();
        return improved.stream()
                .flatMap(start -> refined(start, Integer.MAX_VALUE))
                .min(byCost)
                .filter(curve -> cost(curve) <= cost(improved.get(0)) * (1 + ROUNDING));
    }

    private double cost(SigmoidCurve curve) {
        return Samples.meanSquare(curve.map(scores), opinions);
    }

    /** The best curve of every steepness. */
    private List<SigmoidCurve> starts() {
        double[] centres = DoubleStream.of(CENTRE_PERCENTILES)
                .map(percentile -> StatUtils.percentile(scores, percentile))
                .toArray();
        return DoubleStream.of(STEEPNESSES)
                .mapToObj(steepness -> DoubleStream.of(centres)
                        .mapToObj(centre -> start(new SigmoidCurve(1, steepness, centre, 0, 0)))
                        .flatMap(Optional::stream)
                        .min(Comparator.comparingDouble(this::cost)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The best curve with this step. */
    private Optional<SigmoidCurve> start(SigmoidCurve step) {
        RealMatrix design = new Array2DRowRealMatrix(scores.length, form.count() - 2);
        for (int i = 0; i < scores.length; i++) {
            design.setEntry(i, 0, step.step(scores[i]));
            design.setEntry(i, 1, 1);
            if (form.hasLinearTerm()) {
                design.setEntry(i, 2, scores[i]);
            }
        }
        try {
            double[] linear = new QRDecomposition(design, SINGULAR)
                    .getSolver()
                    .solve(new ArrayRealVector(opinions, false))
                    .toArray();
            double slope = form.hasLinearTerm() ? linear[2] : 0;
            return Optional.of(new SigmoidCurve(linear[0], step.steepness(), step.centre(), slope, linear[1]));
        } catch (SingularMatrixException e) {
            return Optional.empty(); // a step outside the scores
        }
    }

    /** The curve after some iterations or where it converges before; nothing if it does not. */
    private Stream<SigmoidCurve> refined(SigmoidCurve start, int iterations) {
        LeastSquaresProblem problem = new LeastSquaresBuilder()
                .start(parameters(start))
                .target(opinions)
                .model(this::valuesAndDerivatives)
                .checker((iteration, previous, current) -> iteration >= iterations)
                .maxEvaluations(2 * MAX_ITERATIONS)
                .maxIterations(MAX_ITERATIONS)
                .build();
        LevenbergMarquardtOptimizer optimizer = new LevenbergMarquardtOptimizer()
                .withCostRelativeTolerance(COST_TOLERANCE)
                .withParameterRelativeTolerance(PARAMETER_TOLERANCE)
                .withOrthoTolerance(ORTHOGONALITY_TOLERANCE);
        try {
            return Stream.of(curve(optimizer.optimize(problem).getPoint())).filter(SigmoidCurve::isFinite);
        } catch (ConvergenceException | MaxCountExceededException e) {
            return Stream.empty();
        }
    }

    private double[] parameters(SigmoidCurve c) {
        return form.hasLinearTerm()
                ? new double[] {c.height(), c.steepness(), c.centre(), c.offset(), c.slope()}
                : new double[] {c.height(), c.steepness(), c.centre(), c.offset()};
    }

    private SigmoidCurve curve(RealVector p) {
        double slope = form.hasLinearTerm() ? p.getEntry(4) : 0;
        return new SigmoidCurve(p.getEntry(0), p.getEntry(1), p.getEntry(2), slope, p.getEntry(3));
    }

    private Pair<RealVector, RealMatrix> valuesAndDerivatives(RealVector parameters) {
        SigmoidCurve curve = curve(parameters);
        double[][] derivatives = new double[scores.length][form.count()];
        for (int i = 0; i < scores.length; i++) {
            double x = scores[i];
            double slope = curve.height() * curve.stepDerivative(x);
            derivatives[i][0] = curve.step(x);
            derivatives[i][1] = slope * (x - curve.centre());
            derivatives[i][2] = -slope * curve.steepness();
            derivatives[i][3] = 1;
            if (form.hasLinearTerm()) {
                derivatives[i][4] = x;
            }
        }
        return new Pair<>(new ArrayRealVector(curve.map(scores), false), new Array2DRowRealMatrix(derivatives, false));
    }
}
