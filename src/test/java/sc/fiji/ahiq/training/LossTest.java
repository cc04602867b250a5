/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {

    private static final float[] LABELS = {0, 0.25f, 1};

    static Stream<Loss> losses() {
        return Stream.of(
                new MeanSquaredError(),
                new RankingLoss(0, 0),
                new RankingLoss(0.1, 0),
                new RankingLoss(1, 0),
                new LinearityLoss(),
                new LossWeights(1, 0.5, 0, 2, 0, 0.2, 0));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientIsThatOfFiniteDifferences(Loss loss) {
        Random random = new Random(1);
        float[] scores = new float[7];
        float[] labels = new float[7];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextFloat();
            labels[i] = random.nextInt(5) / 4f;
        }
        double[] gradient = new double[7];
        loss.evaluate(scores, labels, 3, gradient);

        for (int i = 0; i < scores.length; i++) {
            float step = 1e-3f;
            float[] more = scores.clone();
            float[] less = scores.clone();
            more[i] += step;
            less[i] -= step;
            double difference =
                    (loss.evaluate(more, labels, 3, new double[7]) - loss.evaluate(less, labels, 3, new double[7]))
                            / ((double) more[i] - less[i]);
            assertThat(gradient[i]).as("score " + i).isCloseTo(difference, within(1e-4));
        }
    }

    @Test
    void meanSquaredErrorIsTheMeanOfSquares() {
        assertThat(value(new MeanSquaredError(), 0.5f, 0.25f, 0)).isEqualTo((0.25 + 0 + 1) / 3);
    }

    @Test
    void rankingLossWantsTheMarginOrTheDifferenceOfTheLabels() {
        assertThat(value(new RankingLoss(1, 0), LABELS)).isZero();
        assertThat(value(new RankingLoss(0.1, 0), 0, 0.1f, 0.2f)).isCloseTo(0, within(1e-7));
        assertThat(value(new RankingLoss(0.3, 0), 0, 0, 0)).isCloseTo((0.25 + 0.3 + 0.3) / 3, within(1e-7));
        assertThat(value(new RankingLoss(0, 0), 1, 1, 0)).isCloseTo((0 + 1 + 1) / 3.0, within(1e-7));
    }

    @Test
    void rankingLossWantsTheLeastMarginOfLabelsThatHardlyDiffer() {
        RankingLoss loss = new RankingLoss(0.3, 0.1);
        float[] labels = {0.5f, 0.49f, 0};

        assertThat(loss.evaluate(new float[] {0.5f, 0.49f, 0}, labels, 1, new double[3]))
                .isCloseTo(0.09 / 3, within(1e-7));
        assertThat(loss.evaluate(new float[] {0.6f, 0.45f, 0.3f}, labels, 1, new double[3]))
                .isCloseTo(0.15 / 3, within(1e-7));
    }

    @Test
    void rankingLossOfEqualLabelsIsZero() {
        double[] gradient = new double[2];

        assertThat(new RankingLoss(1, 0.1).evaluate(new float[] {0, 1}, new float[] {0.5f, 0.5f}, 1, gradient))
                .isZero();
        assertThat(gradient).containsOnly(0);
    }

    @Test
    void linearityLossDoesNotCareForOffsetAndScale() {
        assertThat(value(new LinearityLoss(), 5, 5.5f, 7)).isCloseTo(0, within(1e-12));
        assertThat(value(new LinearityLoss(), 1, 0.75f, 0)).isCloseTo(2, within(1e-12));
    }

    @Test
    void linearityLossOfConstantScoresHasNoGradient() {
        double[] gradient = new double[3];

        assertThat(new LinearityLoss().evaluate(new float[] {0.3f, 0.3f, 0.3f}, LABELS, 1, gradient))
                .isEqualTo(1);
        assertThat(gradient).containsOnly(0);
    }

    @Test
    void mixedLossIsTheWeightedSum() {
        float[] scores = {0.4f, 0.1f, 0.3f};

        assertThat(value(new LossWeights(2, 3, 0, 4, 0, 0.1, 0), scores))
                .isCloseTo(
                        2 * value(new MeanSquaredError(), scores)
                                + 3 * value(new RankingLoss(0.1, 0), scores)
                                + 4 * value(new LinearityLoss(), scores),
                        within(1e-12));
    }

    @Test
    void imagesOfOtherReferencesAreNotRanked() {
        LossWeights loss = new LossWeights(0, 0, 3, 0, 0, 1, 0.375);
        float[] scores = {0.9f, 0.7f, 0.2f, 0.3f};
        float[] labels = {0, 0.5f, 0.75f, 1};
        double[] gradient = new double[4];

        double value = loss.evaluateReferences(scores, labels, 2, gradient);

        double first = 0.5 + 0.2;
        double second = 0.375 - 0.1;
        assertThat(value).isCloseTo(3 * (first + second) / 2, within(1e-6));
        assertThat(gradient).containsExactly(1.5, -1.5, 1.5, -1.5);
        assertThat(value(loss, 0.4f, 0.1f, 0.3f)).isZero();
        assertThat(new LossWeights(1, 1, 0, 1, 1, 1, 0).evaluateReferences(scores, labels, 2, new double[4]))
                .isZero();
    }

    @Test
    void onlyThePatchLossIsAboutPatches() {
        float[] scores = {0.4f, 0.1f, 0.3f};
        double[] gradient = new double[3];
        double[] expected = new double[3];

        assertThat(new LossWeights(2, 3, 0, 4, 0.5, 0.1, 0).evaluatePatches(scores, LABELS, gradient))
                .isCloseTo(new MeanSquaredError().evaluate(scores, LABELS, 0.5, expected), within(1e-12));
        assertThat(gradient).containsExactly(expected);
        assertThat(value(new LossWeights(0, 0, 0, 0, 0.5, 0.1, 0), scores)).isZero();
        assertThat(new LossWeights(2, 3, 0, 4, 0, 0.1, 0).evaluatePatches(scores, LABELS, new double[3]))
                .isZero();
    }

    private static double value(Loss loss, float... scores) {
        return loss.evaluate(scores, LABELS, 1, new double[3]);
    }
}
