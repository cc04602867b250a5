/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.Comparing;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;

/** What holds for every distortion. */
class DistortionsTest {

    private static final Metrics METRICS = Metrics.ofClassPath();

    private static final PlanarImage PICTURE = Pictures.colour(0, 72, 56);

    static List<Distortion> all() {
        return Distortions.all();
    }

    static Stream<Distortion> ofGreyImages() {
        return all().stream().filter(distortion -> distortion.suits(Pictures.grey(0, 32, 32)));
    }

    @Test
    void namesAreDifferentAndFitForFileNames() {
        assertThat(all())
                .extracting(Distortion::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9-]+"));
    }

    @Test
    void kadidHas25TypesInSevenGroups() {
        assertThat(Distortions.kadid()).hasSize(25);
        assertThat(Distortions.kadid().stream().map(Distortion::group).distinct())
                .containsExactly("blur", "colour", "compression", "noise", "brightness", "spatial", "contrast");
        assertThat(all()).startsWith(Distortions.kadid().toArray(Distortion[]::new));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isFoundByItsName(Distortion distortion) {
        assertThat(Distortions.named(distortion.name())).isSameAs(distortion);
    }

    @Test
    void unknownNamesAreAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Distortions.named("rain"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Unknown distortion 'rain': expected gaussian-blur, lens-blur, ")
                .hasMessageEndingWith(", camera-noise.");
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLevelGivesAnotherImageOfTheSameSizeIn8Bits(Distortion distortion) {
        List<PlanarImage> seen = new ArrayList<>(List.of(PICTURE));
        for (int level = 1; level <= Distortion.LEVELS; level++) {
            PlanarImage distorted = distortion.apply(PICTURE, level, 5);

            assertThat(distorted.isColour()).isTrue();
            assertThat(List.of(distorted.width(), distorted.height())).containsExactly(72, 56);
            assertThat(distorted.rgb()).allSatisfy(plane -> assertThat(Arrays.stream(plane.values()))
                    .allMatch(v -> v == Math.rint(v)));
            assertThat(seen).noneMatch(other -> samePixels(other, distorted));
            seen.add(distorted);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameSeedGivesTheSamePixelsAndLeavesTheImageAlone(Distortion distortion) {
        PlanarImage before = Pictures.colour(0, 72, 56);

        PlanarImage first = distortion.apply(PICTURE, 4, 7);

        assertThat(samePixels(distortion.apply(PICTURE, 4, 7), first)).isTrue();
        assertThat(samePixels(PICTURE, before)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void higherLevelsAreWorse(Distortion distortion) {
        List<Metric> metrics = List.of(METRICS.named("fsimc"), METRICS.named("psnr"));
        double[][] quality = new double[metrics.size()][Distortion.LEVELS];
        for (int field = 0; field < 4; field++) {
            PlanarImage picture = Pictures.colour(field, 96, 96);
            for (int level = 1; level <= Distortion.LEVELS; level++) {
                PlanarImage distorted = distortion.apply(picture, level, field);
                for (int m = 0; m < quality.length; m++) {
                    quality[m][level - 1] += Comparing.score(metrics.get(m), picture, distorted) / 4;
                }
            }
        }

        for (double[] scores : quality) {
            for (int level = 1; level < Distortion.LEVELS; level++) {
                assertThat(scores[level]).as(Arrays.toString(scores)).isLessThan(scores[level - 1]);
            }
        }
    }

    @Test
    void neighbouringSeedsAreUnrelated() {
        Distortion shift = Distortions.named("mean-shift");
        PlanarImage grey = Pictures.constant(128, 32, 32);

        long brighter = LongStream.range(0, 64)
                .filter(seed -> shift.apply(grey, 1, seed).grey().at(0, 0) > 128)
                .count();

        assertThat(brighter).isBetween(20L, 44L);
    }

    @ParameterizedTest
    @MethodSource("ofGreyImages")
    void greyImagesStayGrey(Distortion distortion) {
        PlanarImage picture = Pictures.grey(1, 64, 64);

        PlanarImage distorted = distortion.apply(picture, 3, 1);

        assertThat(distorted.isColour()).isFalse();
        assertThat(samePixels(picture, distorted)).isFalse();
    }

    @Test
    void onlyDistortionsOfColoursRefuseGreyImages() {
        PlanarImage grey = Pictures.grey(0, 32, 32);

        assertThat(all().stream().filter(distortion -> !distortion.suits(grey)))
                .extracting(Distortion::name)
                .containsExactly(
                        "colour-diffusion",
                        "colour-shift",
                        "colour-saturation-1",
                        "colour-saturation-2",
                        "colour-noise");
        assertThatThrownBy(() -> Distortions.named("colour-shift").apply(grey, 1, 1))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected a colour image, because colour-shift distorts colours, but found a grey one."
                        + " Choose another type, or convert the image to RGB.");
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSmallestAndOddSizesWork(Distortion distortion) {
        for (int[] size : new int[][] {{32, 32}, {33, 47}, {101, 32}}) {
            PlanarImage picture = Pictures.colour(2, size[0], size[1]);
            for (int level = 1; level <= Distortion.LEVELS; level++) {
                assertThat(distortion.apply(picture, level, level).width()).isEqualTo(size[0]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "31, 64", "64, 31"})
    void smallerImagesAreRefused(int width, int height) {
        PlanarImage picture = Pictures.grey(0, width, height);

        assertThat(all()).allSatisfy(distortion -> assertThatThrownBy(() -> distortion.apply(picture, 1, 1))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected an image of at least 32 x 32 pixels to distort, but found " + width + " x "
                        + height + ". Choose a larger one."));
    }

    @Test
    void levelsOtherThan1To5AreRefused() {
        assertThatThrownBy(() -> Distortions.named("jpeg").apply(PICTURE, 6, 1))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a level from 1 (weakest) to 5, but found 6.");
    }

    @Test
    void fractionsAreRoundedFirst() {
        PlanarImage fractions = PlanarImage.of(PICTURE.rgb().stream()
                .map(plane -> plane.map(v -> Math.max(0, v - 0.3)))
                .toList());

        assertThat(all()).allSatisfy(distortion -> assertThat(
                        samePixels(distortion.apply(fractions, 2, 1), distortion.apply(PICTURE, 2, 1)))
                .isTrue());
    }

    static Stream<Distortion> withoutNoiseAndBlocks() {
        return all().stream().filter(distortion -> !distortion.name().matches(".*(nois|block|checkerboard).*"));
    }

    @ParameterizedTest
    @MethodSource("withoutNoiseAndBlocks")
    void constantImagesStayConstantUnlessThereIsNoiseOrABlock(Distortion distortion) {
        PlanarImage distorted = distortion.apply(Pictures.constant(93, 64, 48), 4, 1);

        assertThat(distorted.rgb())
                .allSatisfy(plane -> assertThat(plane.values()).containsOnly(plane.at(0, 0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gaussian-blur              | 370792693",
                "lens-blur                  | 3889319772",
                "motion-blur                | 3228352338",
                "colour-diffusion           | 315192772",
                "colour-shift               | 1137979440",
                "colour-quantisation        | 486388155",
                "colour-saturation-1        | 2610986054",
                "colour-saturation-2        | 685371470",
                "jpeg2000                   | 3994243555",
                "jpeg                       | 2144825194",
                "white-noise                | 1487599380",
                "colour-noise               | 1020123644",
                "impulse-noise              | 2604194392",
                "multiplicative-noise       | 2039453390",
                "denoising                  | 2962274960",
                "brighten                   | 2405258536",
                "darken                     | 1923661967",
                "mean-shift                 | 2558536262",
                "jitter                     | 1296968250",
                "non-eccentricity-patch     | 1582790243",
                "pixelate                   | 3060717900",
                "quantisation               | 1629477940",
                "colour-block               | 933816120",
                "high-sharpen               | 2095368572",
                "contrast-change            | 1312727351",
                "super-resolution-bilinear  | 2310832032",
                "super-resolution-bicubic   | 2209344794",
                "super-resolution-lanczos   | 2619319352",
                "super-resolution-sharpened | 4269286986",
                "aliasing                   | 3976830589",
                "checkerboard               | 99873685",
                "denoising-bilateral        | 2798848525",
                "denoising-median           | 2100769708",
                "denoising-nonlocal         | 2861284105",
                "denoising-wavelet          | 3905533756",
                "deconvolution-ringing      | 2445268165",
                "shot-noise                 | 53612004",
                "camera-noise               | 2038380315"
            })
    void givesTheSamePixelsOnEveryMachine(String name, long expected) {
        CRC32 crc = new CRC32();
        Distortions.named(name)
                .apply(Pictures.arithmetic(56, 48), 3, 11)
                .toBytes()
                .forEach(crc::update);

        assertThat(crc.getValue()).isEqualTo(expected);
    }

    private static boolean samePixels(PlanarImage first, PlanarImage second) {
        for (int p = 0; p < 3; p++) {
            Plane one = first.rgb().get(p);
            if (!Arrays.equals(one.values(), second.rgb().get(p).values())) {
                return false;
            }
        }
        return true;
    }
}
