/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.UsageException;

class RandomCropsTest {

    /** Computed by a Python transcription of the javadoc of {@link CropPlan#random}. */
    @Test
    void followsTheDocumentedGenerator() {
        assertThat(CropPlan.random(4, 42).crops(512, 384, 224))
                .containsExactly(new Crop(152, 7), new Crop(207, 39), new Crop(154, 34), new Crop(28, 138));
        assertThat(CropPlan.random(3, -1).crops(1_200_000_000, 1_500_000_000, 1))
                .containsExactly(
                        new Crop(942_667_852, 330_663_020),
                        new Crop(630_402_862, 1_079_878_712),
                        new Crop(905_023_240, 52_318_462));
    }

    @Test
    void sameSeedGivesSameCropsAndAnotherSeedGivesOthers() {
        List<Crop> crops = CropPlan.random(20, 7).crops(640, 480, 224);

        assertThat(crops).hasSize(20).isEqualTo(CropPlan.random(20, 7).crops(640, 480, 224));
        assertThat(CropPlan.random(20, 8).crops(640, 480, 224)).isNotEqualTo(crops);
    }

    @Test
    void fewerCropsAreTheFirstOfMore() {
        List<Crop> many = CropPlan.random(50, 3).crops(300, 700, 224);

        assertThat(CropPlan.random(20, 3).crops(300, 700, 224)).isEqualTo(many.subList(0, 20));
    }

    @Test
    void staysInsideTheImageAndReachesItsBorders() {
        for (int spare = 0; spare < 12; spare++) {
            List<Crop> crops = CropPlan.random(1000, spare).crops(224 + spare, 224 + 2 * spare, 224);

            assertThat(crops.stream().mapToInt(Crop::left).summaryStatistics())
                    .extracting("min", "max")
                    .containsExactly(0, spare);
            assertThat(crops.stream().mapToInt(Crop::top).summaryStatistics())
                    .extracting("min", "max")
                    .containsExactly(0, 2 * spare);
        }
    }

    /** With 63 degrees of freedom chi squared exceeds 110 with a probability of 0.0002. */
    @Test
    void allPositionsAreEquallyLikely() {
        int[] counts = new int[64];
        for (Crop crop : CropPlan.random(64_000, 11).crops(231, 231, 224)) {
            counts[crop.top() * 8 + crop.left()]++;
        }

        double chiSquared = 0;
        for (int count : counts) {
            chiSquared += (count - 1000.0) * (count - 1000.0) / 1000;
        }
        assertThat(chiSquared).isLessThan(110);
    }

    @Test
    void refusesCountsOutOfRange() {
        assertThatThrownBy(() -> CropPlan.random(0, 1))
                .isInstanceOf(UsageException.class)
                .hasMessage("Crop plan 'random' takes 1 to 100000 crops, not 0.");
        assertThatThrownBy(() -> CropPlan.random(100_001, 1))
                .isInstanceOf(UsageException.class)
                .hasMessage("Crop plan 'random' takes 1 to 100000 crops, not 100001.");
        assertThat(CropPlan.random(100_000, 1).crops(300, 300, 224)).hasSize(100_000);
    }
}
