/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.error.ImageException;

/** What every metric promises, learned ones included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractMetricContractTest {

    static final int ROOM_FOR_ALL = 192;

    static final PlanarImage SCENE = Scenes.crop(Scenes.read("scene3.png"), ROOM_FOR_ALL, ROOM_FOR_ALL);

    /** The metrics to try. */
    protected abstract Collection<Metric> metrics();

    @ParameterizedTest
    @MethodSource("metrics")
    void aConstantImageHasAScoreAgainstAScene(Metric metric) {
        PlanarImage constant = Scenes.constant(ROOM_FOR_ALL, ROOM_FOR_ALL, 100);

        assertThat(Comparing.score(metric, SCENE, constant)).isNotNaN();
        try {
            assertThat(Comparing.score(metric, constant, SCENE)).isNotNaN();
        } catch (ImageException e) {
            assertThat(e).hasMessageContaining("is 0/0 where the reference has no structure");
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void greyAndColourMix(Metric metric) {
        PlanarImage grey = Scenes.greyOf(SCENE);
        PlanarImage tripled = PlanarImage.of(List.of(grey.grey(), grey.grey(), grey.grey()));
        PlanarImage noisy = Scenes.noisy(SCENE, 10);

        assertThat(Comparing.score(metric, grey, noisy))
                .isEqualTo(Comparing.score(metric, tripled, noisy), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void theNumberOfThreadsDoesNotMatter(Metric metric) throws Exception {
        PlanarImage reference = Scenes.read("scene3.png");
        PlanarImage distorted = Scenes.read("scene3_jpeg.png");
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4);
        try {
            double alone = one.submit(() -> Comparing.score(metric, reference, distorted))
                    .get();
            double together = four.submit(() -> Comparing.score(metric, reference, distorted))
                    .get();

            assertThat(together).isEqualTo(alone);
        } finally {
            one.shutdown();
            four.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void imagesOfDifferentSizeAreRefused(Metric metric) {
        PlanarImage smaller = Scenes.crop(SCENE, ROOM_FOR_ALL, ROOM_FOR_ALL - 1);

        assertThatThrownBy(() -> Comparing.result(metric, SCENE, smaller))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected images of the same size, but reference reference is 192 x 192 and distorted distorted is"
                                + " 192 x 191. Scale or crop one of them so that both show the same scene pixel by pixel.");
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void theMinimumSizeIsEnoughAndLessIsRefused(Metric metric) {
        MetricDescription description = metric.description();
        int minimum = description.minimumSize();
        PlanarImage smallest = Scenes.crop(SCENE, minimum, minimum);
        PlanarImage odd = Scenes.crop(SCENE, minimum + 5, minimum + 2);

        assertThat(Comparing.score(metric, smallest, Scenes.noisy(smallest, 10)))
                .isNotNaN();
        assertThat(Comparing.score(metric, odd, Scenes.noisy(odd, 10))).isNotNaN();
        if (minimum > 1) {
            PlanarImage tooSmall = Scenes.crop(SCENE, minimum, minimum - 1);
            assertThatThrownBy(() -> Comparing.result(metric, tooSmall, tooSmall))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("of at least " + minimum + " x " + minimum + " pixels")
                    .hasMessageContaining(" " + minimum + " x " + (minimum - 1) + ". ");
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void imagesAreNotChanged(Metric metric) {
        PlanarImage noisy = Scenes.noisy(SCENE, 10);
        double[] before = noisy.rgb().get(0).values().clone();

        Comparing.result(metric, SCENE, noisy);

        assertThat(noisy.rgb().get(0).values()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void theDescriptionTellsWhetherThereIsAMap(Metric metric) {
        assertThat(Comparing.result(metric, SCENE, Scenes.noisy(SCENE, 10))
                        .map(QualityMap.Kind.QUALITY)
                        .isPresent())
                .isEqualTo(metric.description().hasMap());
    }
}
