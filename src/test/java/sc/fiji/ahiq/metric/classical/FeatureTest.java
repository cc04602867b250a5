/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.ahiq.metric.filter.Lab;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.RandomPlanes;
import sc.fiji.ahiq.metric.filter.Spectrum;

/** Features with results known beforehand. */
class FeatureTest {

    private static Plane step(int size) {
        Plane step = Plane.zeros(size, size);
        for (int i = 0; i < step.area(); i++) {
            step.values()[i] = i % size < size / 2 ? 50 : 200;
        }
        return step;
    }

    @Test
    void gradientsOfARampAreItsSlope() {
        Plane ramp = Plane.zeros(8, 8);
        for (int i = 0; i < ramp.area(); i++) {
            ramp.values()[i] = 3.0 * (i % 8) + 4.0 * (i / 8);
        }

        assertThat(Gradient.scharr(ramp).at(4, 4)).isEqualTo(2 * 5, within(1e-12));
        assertThat(Gradient.prewitt(ramp).at(4, 4)).isEqualTo(2 * 5, within(1e-12));
    }

    @Test
    void cannyFindsAStepAsALine() {
        Plane edges = Canny.edges(step(32), 0.1, 0.2, 1.5);

        for (int y = 1; y < 31; y++) {
            Plane row = edges.crop(0, y, 32, 1);
            assertThat(row.sum()).isBetween(1.0, 2.0);
            assertThat(row.crop(15, 0, 2, 1).sum()).isEqualTo(row.sum());
        }
    }

    @Test
    void cannyFindsNothingInAConstant() {
        assertThat(Canny.edges(Plane.zeros(20, 20).map(z -> 77), 0.1, 0.2, 2).max())
                .isZero();
    }

    @Test
    void phaseCongruencyTellsAStepFromNoiseWhateverItsHeight() {
        Plane step = step(64).zip(RandomPlanes.of(64, 64), (value, noise) -> value + noise / 10);
        PhaseCongruency congruency = PhaseCongruency.forSize(64, 64);

        Plane strong = congruency.of(step);
        Plane weak = congruency.of(step.map(v -> v / 2));

        double atTheStep = strong.crop(31, 8, 2, 48).mean();
        assertThat(atTheStep).isGreaterThan(0.5);
        assertThat(strong.crop(12, 8, 8, 48).mean()).isLessThan(atTheStep - 0.1);
        assertThat(strong.max()).isLessThanOrEqualTo(1);
        assertThat(weak.at(31, 32)).isEqualTo(strong.at(31, 32), within(1e-4));
    }

    @Test
    void greyPixelsHaveNoColourInLabAndWhiteIsTheLightest() {
        Plane half = Plane.zeros(1, 1).map(z -> 119);
        Plane white = Plane.zeros(1, 1).map(z -> 255);

        assertThat(Lab.of(white, white, white, Lab.White.D50).lightness().at(0, 0))
                .isEqualTo(100, within(1e-3));
        assertThat(Lab.of(half, half, half, Lab.White.D50).lightness().at(0, 0)).isEqualTo(50, within(0.1));
    }

    @Test
    void labByTheWhiteOfSrgbIsNeutralForGreyAndGivesTheSamplesBack() {
        Plane red = new Plane(3, 1, new double[] {119, 250, 3});
        Plane green = new Plane(3, 1, new double[] {119, 30, 5});
        Plane blue = new Plane(3, 1, new double[] {119, 90, 200});

        Lab lab = Lab.of(red, green, blue, Lab.White.D65);

        assertThat(lab.a().at(0, 0)).isEqualTo(0, within(1e-3));
        assertThat(lab.b().at(0, 0)).isEqualTo(0, within(1e-3));
        List<Plane> rgb = lab.rgb(Lab.White.D65);
        assertThat(rgb.get(0).values()).containsExactly(red.values(), within(0.01));
        assertThat(rgb.get(1).values()).containsExactly(green.values(), within(0.01));
        assertThat(rgb.get(2).values()).containsExactly(blue.values(), within(0.01));
    }

    @Test
    void momentsOfABlock() {
        Plane block = new Plane(2, 2, new double[] {0, 0, 0, 4});

        BlockStatistics statistics = BlockStatistics.of(block, 2, 1);

        assertThat(statistics.mean().at(0, 0)).isEqualTo(1);
        assertThat(statistics.deviation().at(0, 0)).isEqualTo(Math.sqrt(3), within(1e-9));
        assertThat(statistics.skewness().at(0, 0)).isEqualTo(6 / Math.pow(3, 1.5), within(1e-9));
        assertThat(statistics.kurtosis().at(0, 0)).isEqualTo(21 / 9.0 - 3, within(1e-9));
    }

    /** A wave of the centre frequency of level 2 along x passes the first band, and not the one across. */
    @Test
    void complexBandsSeparateDirectionsAndHaveConstantMagnitudeForAWave() {
        Plane wave = Plane.zeros(64, 64);
        for (int i = 0; i < wave.area(); i++) {
            wave.values()[i] = Math.cos(2 * Math.PI * 8 * (i % 64) / 64);
        }

        Spectrum[] bands = ComplexSteerablePyramid.bands(wave, 2, 4);

        assertThat(bands[0].width()).isEqualTo(32);
        Plane along = bands[0].magnitude();
        assertThat(along.min()).isGreaterThan(0.1);
        assertThat(along.max() - along.min()).isLessThan(1e-9);
        assertThat(bands[2].magnitude().max()).isLessThan(1e-9);
    }

    /** The Riesz transform of cos is sin along the wave, and its square -cos; nothing across. */
    @Test
    void rieszComponentsOfAWave() {
        Plane wave = Plane.zeros(16, 16);
        Plane quarterLater = Plane.zeros(16, 16);
        for (int i = 0; i < wave.area(); i++) {
            wave.values()[i] = Math.cos(2 * Math.PI * 3 * (i % 16) / 16);
            quarterLater.values()[i] = Math.sin(2 * Math.PI * 3 * (i % 16) / 16);
        }

        Plane[] riesz = Riesz.of(wave);

        assertThat(riesz[0].values()).containsExactly(quarterLater.values(), within(1e-12));
        assertThat(riesz[2].values()).containsExactly(wave.map(v -> -v).values(), within(1e-12));
        for (int across : new int[] {1, 3, 4}) {
            assertThat(riesz[across].values()).containsOnly(new double[] {0}, within(1e-12));
        }
    }

    @Test
    void rieszComponentsOfTheTransposedPlaneAreExchanged() {
        Plane plane = RandomPlanes.of(10, 8);

        Plane[] riesz = Riesz.of(plane);
        Plane[] turned = Riesz.of(plane.transposed());

        assertThat(turned[1].values()).containsExactly(riesz[0].transposed().values(), within(1e-9));
        assertThat(turned[3].values()).containsExactly(riesz[3].transposed().values(), within(1e-9));
        assertThat(turned[4].values()).containsExactly(riesz[2].transposed().values(), within(1e-9));
    }

    @Test
    void cosineLogBandsAddUpToWhatIsBelowTheHighest() {
        Plane wave = Plane.zeros(64, 64);
        for (int i = 0; i < wave.area(); i++) {
            wave.values()[i] = 100 + 20 * Math.cos(2 * Math.PI * 5 * (i % 64) / 64 + 1);
        }
        Plane sum = Plane.zeros(64, 64);
        for (Plane band : CosineLogBands.of(wave, 5)) {
            sum = sum.zip(band, Double::sum);
        }

        assertThat(sum.values()).containsExactly(wave.values(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(LaplacianPyramid.Style.class)
    void laplacianBandsOfAConstantAreZeroAndLevelsHalveRoundingUp(LaplacianPyramid.Style style) {
        Plane constant = Plane.zeros(37, 22).map(zero -> 10);

        List<Plane> pyramid = LaplacianPyramid.of(constant, 3, style);

        assertThat(pyramid).extracting(Plane::width).containsExactly(37, 19, 10);
        assertThat(pyramid).extracting(Plane::height).containsExactly(22, 11, 6);
        assertThat(pyramid.get(0).crop(2, 2, 32, 18).values()).containsOnly(new double[] {0}, within(1e-9));
    }
}
