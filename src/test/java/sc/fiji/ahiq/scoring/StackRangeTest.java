/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ChannelMode;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.metric.Metrics;

/** On which scale the planes of a stack are. */
class StackRangeTest {

    private static final int SIZE = 4;

    /** Slices of 16-bit pixels from 0 to a peak each. */
    private static ImageSource slices(String name, int offset, int... peaks) {
        short[] pixels = new short[SIZE * SIZE * peaks.length];
        for (int slice = 0; slice < peaks.length; slice++) {
            int start = slice * SIZE * SIZE;
            for (int i = 1; i < SIZE * SIZE; i++) {
                pixels[start + i] = (short) offset;
            }
            pixels[start + SIZE * SIZE - 1] = (short) peaks[slice];
        }
        return ImageSource.of(name, ArrayImgs.unsignedShorts(pixels, SIZE, SIZE, peaks.length), "XYZ");
    }

    private static List<PlaneScore> score(
            ImageSource reference, ImageSource distorted, String range, Optional<Region> region) {
        ScoringOptions options = ScoringOptions.defaults()
                .withMetrics(MetricSelection.parse("psnr", Metrics.ofClassPath()))
                .withRange(RangeRule.parse(range));
        try (ScoringRun run = ScoringRun.open(options)) {
            PlanePairs pairs = PlanePairs.of(reference, distorted, ChannelMode.RGB, region);
            return new StackScorer(run).score(pairs, Progress.NONE, plane -> {});
        }
    }

    private static List<String> ranges(List<PlaneScore> scores) {
        return scores.stream()
                .map(score -> (String) score.row().cells().get("range"))
                .toList();
    }

    private static double psnr(PlaneScore score) {
        return score.scored().orElseThrow().score("psnr").orElseThrow();
    }

    @Test
    void allSlicesAreOnTheScaleOfTheWholeReference() {
        for (String rule : List.of("auto", "min-max")) {
            List<PlaneScore> scores =
                    score(slices("r", 10, 100, 200, 400), slices("d", 20, 100, 200, 400), rule, Optional.empty());

            assertThat(ranges(scores))
                    .containsOnly("min-max of reference: 0..400")
                    .hasSize(3);
            assertThat(psnr(scores.get(0))).isEqualTo(psnr(scores.get(2)), within(1e-9));
        }
    }

    @Test
    void aRegionDoesNotChangeTheScale() {
        List<PlaneScore> scores = score(
                slices("r", 10, 100, 400), slices("d", 20, 100, 400), "auto", Optional.of(new Region(0, 0, 3, 3)));

        assertThat(ranges(scores)).containsOnly("min-max of reference: 0..400").hasSize(2);
    }

    @Test
    void planeTakesTheRangeOfWhatIsComparedAlone() {
        List<PlaneScore> whole = score(slices("r", 10, 100, 400), slices("d", 20, 100, 400), "plane", Optional.empty());
        List<PlaneScore> region = score(
                slices("r", 10, 100, 400), slices("d", 20, 100, 400), "plane", Optional.of(new Region(0, 0, 3, 3)));

        assertThat(ranges(whole)).containsExactly("min-max of reference: 0..100", "min-max of reference: 0..400");
        assertThat(ranges(region)).containsOnly("min-max of reference: 0..10");
    }

    @Test
    void aSliceThatIsNotFiniteFailsAlone() {
        float[] pixels = new float[SIZE * SIZE * 2];
        pixels[3] = 2;
        pixels[SIZE * SIZE + 5] = Float.NaN;
        pixels[SIZE * SIZE + 6] = 8;
        ImageSource reference = ImageSource.of("r", ArrayImgs.floats(pixels, SIZE, SIZE, 2), "XYZ");

        List<PlaneScore> scores = score(reference, reference, "auto", Optional.empty());

        assertThat(scores.get(0).row().error()).isNull();
        assertThat(scores.get(0).row().cells()).containsEntry("range", "min-max of reference: 0..8");
        assertThat(scores.get(1).row().error()).startsWith("Expected finite pixel values, but r has NaN at x=1, y=1.");
    }
}
