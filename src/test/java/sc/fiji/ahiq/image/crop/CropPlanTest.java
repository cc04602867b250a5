/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.UsageException;

class CropPlanTest {

    static Stream<CropPlan> plans() {
        return Stream.of(
                CropPlan.random(20, 5),
                CropPlan.five(),
                CropPlan.nine(),
                CropPlan.grid(),
                CropPlan.dense(),
                CropPlan.dense(8),
                CropPlan.smooth(),
                CropPlan.smooth(16));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void placesAllCropsInsideTheImage(CropPlan plan) {
        for (int width = 224; width <= 700; width += 17) {
            int height = 924 - width;
            assertThat(plan.crops(width, height, 224)).isNotEmpty();
            for (Crop crop : plan.crops(width, height, 224)) {
                assertThat(crop.left()).isBetween(0, width - 224);
                assertThat(crop.top()).isBetween(0, height - 224);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void refusesAnImageSmallerThanACrop(CropPlan plan) {
        assertThatThrownBy(() -> plan.crops(223, 500, 224))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No crop of 224 x 224 pixels fits in 223 x 500");
        assertThatThrownBy(() -> plan.crops(500, 223, 224)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan.crops(500, 500, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void readsItsOwnText(CropPlan plan) {
        assertThat(CropPlan.parse(plan.toString(), 5)).isEqualTo(plan);
    }

    @ParameterizedTest
    @CsvSource({
        "random, random:20",
        "random:7, random:7",
        "Random(7), random:7",
        "FIVE, five",
        "Nine, nine",
        "' grid ', grid",
        "dense, dense",
        "DENSE:56, dense:56",
        "dense(56), dense:56",
        "Smooth, smooth",
        "smooth(32), smooth:32"
    })
    void readsEveryFormInAnyCase(String text, String canonical) {
        assertThat(CropPlan.parse(text, 1)).hasToString(canonical);
    }

    @Test
    void givesTheSeedToRandomCrops() {
        assertThat(CropPlan.parse("random:6", 9)).isEqualTo(CropPlan.random(6, 9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "six",
                "random:",
                "random:x",
                "random 20",
                "random(5",
                "random:5)",
                "grid:2",
                "five(5)",
                "1.5"
            })
    void refusesOtherTextNamingTheForms(String text) {
        assertThatThrownBy(() -> CropPlan.parse(text, 1))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Unknown crop plan '" + text + "'. Expected one of: random, random:N (N crops, default 20), "
                                + "five, nine, grid, dense, dense:S (S pixels from crop to crop, default half the crop size), "
                                + "smooth, smooth:O (crops that overlap by O pixels and are blended, default half the crop size).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "random:0|Crop plan 'random' takes 1 to 100000 crops, not 0.",
                "random(-3)|Crop plan 'random' takes 1 to 100000 crops, not -3.",
                "random:100001|Crop plan 'random' takes 1 to 100000 crops, not 100001.",
                "dense:0|Crop plan 'dense' takes a stride of at least 1 pixel, not 0.",
                "smooth:0|Crop plan 'smooth' takes an overlap of at least 1 pixel, not 0. Without overlap, crops are a 'grid'.",
                "dense:99999999999|The number in crop plan 'dense:99999999999' is out of range."
            })
    void refusesNumbersOutOfRange(String text, String message) {
        assertThatThrownBy(() -> CropPlan.parse(text, 1))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @Test
    void fiveAndNineKeepTheirOrder() {
        List<Crop> nine = List.of(
                new Crop(0, 0),
                new Crop(277, 0),
                new Crop(0, 120),
                new Crop(277, 120),
                new Crop(138, 60),
                new Crop(0, 60),
                new Crop(277, 60),
                new Crop(138, 0),
                new Crop(138, 120));

        assertThat(CropPlan.nine().crops(501, 344, 224)).isEqualTo(nine);
        assertThat(CropPlan.five().crops(501, 344, 224)).isEqualTo(nine.subList(0, 5));
    }

    @Test
    void aCropStartsInsideTheImage() {
        assertThatThrownBy(() -> new Crop(-1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A crop starts inside its image, not at (-1, 0)");
        assertThatThrownBy(() -> new Crop(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
