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

/** The plans {@code grid} and {@code dense}: every combination of some columns and some rows. */
class LatticeCropsTest {

    private static final int SIZE = 224;

    @Test
    void gridIsMinimalWithoutGapsFlushAndEvenlySpaced() {
        for (int width = 224; width <= 700; width++) {
            int height = 224 + (width * 37) % 600;
            List<Crop> crops = CropPlan.grid().crops(width, height, SIZE);

            assertGrid(starts(crops, true), width);
            assertGrid(starts(crops, false), height);
            assertRowByRow(crops);
        }
    }

    private static void assertGrid(int[] starts, int length) {
        assertCovers(starts, length);
        assertThat((starts.length - 1) * SIZE).as("fewer crops would do").isLessThan(length);
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        for (int i = 1; i < starts.length; i++) {
            shortest = Math.min(shortest, starts[i] - starts[i - 1]);
            longest = Math.max(longest, starts[i] - starts[i - 1]);
        }
        assertThat(starts.length == 1 || longest - shortest <= 1).isTrue();
    }

    @Test
    void smoothOverlapsByTheFewestCrops() {
        for (int overlap : new int[] {1, 16, 100, 112}) {
            for (int width = 224; width <= 700; width += 7) {
                List<Crop> crops = CropPlan.smooth(overlap).crops(width, 230, SIZE);
                int[] lefts = starts(crops, true);

                assertCovers(lefts, width);
                assertRowByRow(crops);
                for (int i = 1; i < lefts.length; i++) {
                    assertThat(lefts[i - 1] + SIZE - lefts[i]).isGreaterThanOrEqualTo(overlap);
                }
                assertThat((lefts.length - 1) * (SIZE - overlap) + overlap)
                        .as("fewer crops would do")
                        .isLessThan(width);
            }
        }
        assertThat(CropPlan.smooth().crops(700, 230, SIZE))
                .isEqualTo(CropPlan.smooth(112).crops(700, 230, SIZE));
    }

    @Test
    void smoothRefusesToBlendThreeCropsInARow() {
        assertThatThrownBy(() -> CropPlan.smooth(113).crops(700, 230, SIZE))
                .isInstanceOf(UsageException.class)
                .hasMessage("Crop plan 'smooth:113' would blend more than two crops of 224 pixels in a row. Give an"
                        + " overlap of at most 112.");
    }

    @Test
    void denseKeepsItsStrideAndEndsFlush() {
        for (int stride : new int[] {1, 8, 100, 112, 223, 224}) {
            for (int width = 224; width <= 700; width += 7) {
                List<Crop> crops = CropPlan.dense(stride).crops(width, 230, SIZE);
                int[] lefts = starts(crops, true);

                assertCovers(lefts, width);
                for (int i = 0; i < lefts.length - 1; i++) {
                    assertThat(lefts[i]).isEqualTo(i * stride);
                }
                assertThat(lefts).doesNotHaveDuplicates();
                assertCovers(starts(crops, false), 230);
                assertRowByRow(crops);
            }
        }
    }

    private static void assertCovers(int[] starts, int length) {
        assertThat(starts[0]).isZero();
        assertThat(starts[starts.length - 1]).isEqualTo(length - SIZE);
        for (int i = 1; i < starts.length; i++) {
            assertThat(starts[i] - starts[i - 1]).isBetween(1, SIZE);
        }
    }

    private static void assertRowByRow(List<Crop> crops) {
        int[] lefts = starts(crops, true);
        int[] tops = starts(crops, false);
        assertThat(crops).hasSize(lefts.length * tops.length);
        for (int i = 0; i < crops.size(); i++) {
            assertThat(crops.get(i)).isEqualTo(new Crop(lefts[i % lefts.length], tops[i / lefts.length]));
        }
    }

    private static int[] starts(List<Crop> crops, boolean horizontal) {
        return crops.stream()
                .mapToInt(crop -> horizontal ? crop.left() : crop.top())
                .sorted()
                .distinct()
                .toArray();
    }

    @Test
    void knownPositions() {
        assertThat(starts(CropPlan.grid().crops(224, 500, SIZE), false)).containsExactly(0, 138, 276);
        assertThat(starts(CropPlan.grid().crops(448, 449, SIZE), true)).containsExactly(0, 224);
        assertThat(starts(CropPlan.grid().crops(448, 449, SIZE), false)).containsExactly(0, 112, 225);
        assertThat(starts(CropPlan.dense(100).crops(500, 524, SIZE), true)).containsExactly(0, 100, 200, 276);
        assertThat(starts(CropPlan.dense(100).crops(500, 524, SIZE), false)).containsExactly(0, 100, 200, 300);
    }

    @Test
    void denseTakesHalfTheCropSizeUnlessTold() {
        assertThat(CropPlan.dense().crops(600, 400, SIZE))
                .isEqualTo(CropPlan.dense(112).crops(600, 400, SIZE));
        assertThat(CropPlan.dense().crops(3, 3, 1)).isEqualTo(CropPlan.dense(1).crops(3, 3, 1));
    }

    @Test
    void denseRefusesToLeaveGaps() {
        assertThatThrownBy(() -> CropPlan.dense(225).crops(600, 400, SIZE))
                .isInstanceOf(UsageException.class)
                .hasMessage("Crop plan 'dense:225' would leave gaps between crops of 224 pixels. "
                        + "Give a stride of at most 224.");
    }

    @Test
    void refusesMoreCropsThanTheLimit() {
        assertThatThrownBy(() -> CropPlan.dense(1).crops(4096, 4096, SIZE))
                .isInstanceOf(UsageException.class)
                .hasMessage("Crop plan 'dense:1' needs 15000129 crops for this image; at most 100000 are allowed. "
                        + "Give a larger stride, a region of the image, or random:N.");
    }
}
