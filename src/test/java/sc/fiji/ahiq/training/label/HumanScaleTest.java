/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

class HumanScaleTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-9);

    /** People's means of jpeg, KADID-10k, levels 1 and 5, as scores. */
    private static final double JPEG_1 = (4.3380 - 1) / 4;

    private static final double BLUR_1 = (4.6122 - 1) / 4;
    private static final double BLUR_5 = (1.3027 - 1) / 4;

    private static RatedPair pair(String distortion, int level) {
        Path any = Path.of("any.png");
        return new RatedPair(
                any,
                any,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                distortion,
                level == 0 ? OptionalInt.empty() : OptionalInt.of(level));
    }

    private static final List<RatedPair> BLURS =
            List.of(pair("gaussian-blur", 1), pair("gaussian-blur", 1), pair("gaussian-blur", 5));

    @Test
    void withoutResidualATypeAndLevelHasTheMeanOpinionOnEveryImage() {
        assertThat(new HumanScale(0).labels(BLURS, new double[] {1, 0.5, 0}))
                .containsExactly(new double[] {BLUR_1, BLUR_1, BLUR_5}, ROUNDING);
    }

    @Test
    void theResidualMovesImagesApartByWhatTheMetricsSee() {
        // Group means 0.75 and 0 lie on the curve; 1 is beyond it, 0.5 between.
        double between = BLUR_5 + 0.5 / 0.75 * (BLUR_1 - BLUR_5);
        double mapped = (BLUR_1 + between) / 2;

        assertThat(new HumanScale(0.5).labels(BLURS, new double[] {1, 0.5, 0}))
                .containsExactly(
                        new double[] {BLUR_1 + 0.5 * (BLUR_1 - mapped), BLUR_1 + 0.5 * (between - mapped), BLUR_5},
                        ROUNDING);
    }

    @Test
    void typesThatPeopleDidNotRateLieWhereTheirRanksLie() {
        List<RatedPair> pairs = List.of(
                pair("gaussian-blur", 1), pair("gaussian-blur", 5), pair("aliasing", 2), pair("denoised-mean-10", 0));

        double[] labels = new HumanScale(0.3).labels(pairs, new double[] {1, 0, 0.5, 0.25});

        assertThat(labels[2]).isCloseTo((BLUR_1 + BLUR_5) / 2, ROUNDING);
        assertThat(labels[3]).isCloseTo(BLUR_5 + (BLUR_1 - BLUR_5) / 4, ROUNDING);
    }

    @Test
    void theCurveDoesNotFallWhereMetricsAndPeopleDisagree() {
        List<RatedPair> pairs = List.of(pair("gaussian-blur", 1), pair("jpeg", 1), pair("aliasing", 1));

        double[] labels = new HumanScale(0).labels(pairs, new double[] {0.1, 0.9, 0.5});

        assertThat(BLUR_1).isGreaterThan(JPEG_1);
        assertThat(labels[2]).isCloseTo((BLUR_1 + labels[1]) / 2, ROUNDING);
    }

    @Test
    void withoutAnyTypeOfKadidThereIsNoScale() {
        assertThatThrownBy(() -> new HumanScale(0).labels(List.of(pair("aliasing", 1)), new double[] {0.5}))
                .isInstanceOf(DatasetException.class)
                .hasMessage(
                        "Expected types of KADID-10k among the pairs, such as jpeg, whose opinions make the scale, but"
                                + " there are none. Add scores of such pairs.");
    }
}
