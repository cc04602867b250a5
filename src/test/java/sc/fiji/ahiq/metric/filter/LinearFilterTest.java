/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearFilterTest {

    private static final Plane ROW = new Plane(4, 1, new double[] {1, 2, 3, 4});

    @ParameterizedTest
    @CsvSource({
        "ZERO, 0 0 1 2 3 4 0 0",
        "REPLICATE, 1 1 1 2 3 4 4 4",
        "SYMMETRIC, 2 1 1 2 3 4 4 3",
        "REFLECT, 3 2 1 2 3 4 3 2",
    })
    void bordersContinueARow(Border border, String expected) {
        Plane padded = LinearFilter.padded(ROW, 2, 0, 2, 0, border);

        assertThat(padded.values()).containsExactly(numbers(expected));
    }

    @ParameterizedTest
    @CsvSource({"SYMMETRIC, 1 2 2 1 1 2 2 1 1 2", "REFLECT, 1 2 1 2 1 2 1 2 1 2"})
    void mirroringGoesOnAnyDistance(Border border, String expected) {
        Plane two = new Plane(2, 1, new double[] {1, 2});

        assertThat(LinearFilter.padded(two, 4, 0, 4, 0, border).values()).containsExactly(numbers(expected));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void tapsAreNotMirrored() {
        Kernel kernel = new Kernel(3, 1, new double[] {1, 10, 100});

        assertThat(LinearFilter.valid(ROW, kernel).values()).containsExactly(321, 432);
        assertThat(LinearFilter.valid(ROW, kernel.turned()).values()).containsExactly(123, 234);
    }

    @Test
    void ofAnEvenKernelTheLeftMiddleTapIsTheCentre() {
        Kernel pair = new Kernel(2, 1, new double[] {1, 10});

        assertThat(LinearFilter.same(ROW, pair, Border.ZERO).values()).containsExactly(21, 32, 43, 4);
        assertThat(LinearFilter.same(new Plane(1, 3, new double[] {2, 4, 6}), Window.box(2), Border.REPLICATE)
                        .values())
                .containsExactly(3, 5, 6);
    }

    @Test
    void windowsAndTheirKernelsDoTheSame() {
        Plane plane = RandomPlanes.of(13, 9);
        double[] taps = Window.gaussian(5, 1.2);
        double[] square = new double[25];
        Arrays.setAll(square, i -> taps[i / 5] * taps[i % 5]);

        assertThat(LinearFilter.valid(plane, taps).values())
                .containsExactly(
                        LinearFilter.valid(plane, new Kernel(5, 5, square)).values(), within(1e-12));
    }

    @Test
    void largePlanesWorkedOnInParallelAreTheSameAsTheirParts() {
        Plane large = RandomPlanes.of(400, 300);
        double[] taps = Window.gaussian(7, 2);

        Plane whole = LinearFilter.valid(large, taps);

        assertThat(whole.crop(20, 30, 44, 34).values())
                .containsExactly(
                        LinearFilter.valid(large.crop(20, 30, 50, 40), taps).values());
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 3", "17, 1, 3", "5, 0, 2", "4, 2, 5"})
    void sampledValuesAreThoseOfAll(int taps, int first, int step) {
        Plane plane = RandomPlanes.of(40, 31);
        double[] window = Window.gaussian(taps, 2);

        for (Border border : Border.values()) {
            Plane all = LinearFilter.same(plane, window, border);
            Plane sampled = LinearFilter.sampled(plane, window, border, first, step);

            assertThat(sampled.values())
                    .isEqualTo(all.crop(first, first, 40 - first, 31 - first)
                            .decimate(step)
                            .values());
        }
    }

    @Test
    void windowsSumToOne() {
        assertThat(Arrays.stream(Window.gaussian(10, 3.8)).sum()).isEqualTo(1, within(1e-12));
        assertThat(Window.gaussian(4, 1)).satisfies(taps -> assertThat(taps[0]).isEqualTo(taps[3]));
        assertThat(Window.box(4)).containsExactly(0.25, 0.25, 0.25, 0.25);
    }
}
