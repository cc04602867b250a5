/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.Arrays;
import sc.fiji.ahiq.base.yaml.YamlMap;

/**
 * The loss that is minimised: a sum of losses, each with a weight of at least 0.
 *
 * @param mse mean squared error
 * @param ranking mean hinge over all twos in a batch
 * @param referenceRanking mean hinge over all twos that share a reference, and its crop: what labels of whole images
 *     say of crops errs alike for both
 * @param plcc 1 - PLCC of a batch
 * @param patch mean squared error of the patch scores, each by itself; without it a patch of little weight may have any
 *     score
 * @param margin of both ranking losses, in units of the normalised labels
 * @param leastMargin of the reference ranking, 0 to margin: the order of levels is sure even where labels hardly differ
 * @param smoothL1 mean absolute error, squared where it is small
 */
record LossWeights(
        double mse,
        double ranking,
        double referenceRanking,
        double plcc,
        double patch,
        double margin,
        double leastMargin,
        double smoothL1)
        implements Loss {

    private static final double MAX_WEIGHT = 1000;

    /** The published loss. */
    public static final LossWeights MSE = new LossWeights(1, 0, 0, 0, 0, 0, 0);

    /** Without {@link #smoothL1}. */
    LossWeights(
            double mse,
            double ranking,
            double referenceRanking,
            double plcc,
            double patch,
            double margin,
            double leastMargin) {
        this(mse, ranking, referenceRanking, plcc, patch, margin, leastMargin, 0);
    }

    static LossWeights read(YamlMap yaml) {
        double margin = yaml.contains("margin") ? yaml.number("margin", 0, 1) : 1;
        LossWeights weights = new LossWeights(
                weight(yaml, "mse"),
                weight(yaml, "ranking"),
                weight(yaml, "reference_ranking"),
                weight(yaml, "plcc"),
                weight(yaml, "patch"),
                margin,
                yaml.contains("least_margin") ? yaml.number("least_margin", 0, margin) : 0,
                weight(yaml, "smooth_l1"));
        yaml.rejectUnknown();
        if (weights.mse + weights.ranking + weights.referenceRanking + weights.plcc + weights.smoothL1 == 0) {
            throw yaml.error(
                    "expected a weight above 0 for mse, ranking, reference_ranking, plcc or smooth_l1, found none.");
        }
        return weights;
    }

    private static double weight(YamlMap yaml, String key) {
        return yaml.contains(key) ? yaml.number(key, 0, MAX_WEIGHT) : 0;
    }

    /** Whether the loss is about several images, and a batch of one says nothing. */
    boolean needsSeveral() {
        return ranking > 0 || plcc > 0;
    }

    /** Whether the loss is about several images of one reference. */
    boolean needsSeveralPerReference() {
        return referenceRanking > 0;
    }

    /**
     * As {@link #evaluate}, of images of which as many that follow each other share a reference: only
     * {@link #referenceRanking} counts.
     *
     * @param references number of references
     */
    double evaluateReferences(float[] scores, float[] labels, int references, double[] gradient) {
        if (referenceRanking == 0) {
            return 0;
        }
        RankingLoss loss = new RankingLoss(margin, leastMargin);
        int count = scores.length / references;
        double sum = 0;
        for (int start = 0; start < scores.length; start += count) {
            double[] own = new double[count];
            sum += loss.evaluate(
                    Arrays.copyOfRange(scores, start, start + count),
                    Arrays.copyOfRange(labels, start, start + count),
                    referenceRanking / references,
                    own);
            for (int i = 0; i < count; i++) {
                gradient[start + i] += own[i];
            }
        }
        return sum;
    }

    /** As {@link #evaluate}, of the scores of all patches of all images: only {@link #patch} counts. */
    double evaluatePatches(float[] scores, float[] labels, double[] gradient) {
        return add(new MeanSquaredError(), patch, scores, labels, 1, gradient);
    }

    @Override
    public double evaluate(float[] scores, float[] labels, double weight, double[] gradient) {
        return add(new MeanSquaredError(), mse, scores, labels, weight, gradient)
                + add(new RankingLoss(margin, 0), ranking, scores, labels, weight, gradient)
                + add(new LinearityLoss(), plcc, scores, labels, weight, gradient)
                + add(new SmoothL1(), smoothL1, scores, labels, weight, gradient);
    }

    private static double add(
            Loss loss, double share, float[] scores, float[] labels, double weight, double[] gradient) {
        return share == 0 ? 0 : loss.evaluate(scores, labels, weight * share, gradient);
    }
}
