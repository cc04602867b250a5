/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.List;
import java.util.OptionalInt;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * A rule that places crops in an image of any size. Immutable, thread safe, and deterministic: equal plans give equal
 * crops in equal order for equal sizes, on every machine.
 */
public sealed interface CropPlan permits RandomCrops, FixedCrops, GridCrops, DenseCrops, SmoothCrops {

    /** Number of crops of the plan {@code random}, that of the published test. */
    int DEFAULT_RANDOM_CROPS = 20;

    /** The most crops that a plan places in one image. */
    int MAX_CROPS = 100_000;

    /**
     * The crops for an image, all inside it; never empty.
     *
     * @param width of the image in pixels, at least {@code cropSize}
     * @param height of the image in pixels, at least {@code cropSize}
     * @param cropSize width and height of a crop in pixels, at least 1
     * @throws IllegalArgumentException if a crop does not fit in the image
     * @throws UsageException if the stride of a dense plan exceeds {@code cropSize}, which would leave gaps, or if the
     *     plan needs more than {@link #MAX_CROPS} crops
     */
    List<Crop> crops(int width, int height, int cropSize);

    /**
     * Whether the score of an image is the weighted mean over its stitched maps, and not the mean of the scores of its
     * crops, which is what the published protocols take. True of {@code dense} and {@code smooth}, whose purpose the
     * maps are.
     */
    default boolean scoresByMaps() {
        return false;
    }

    /** Pixels along which crops of this size are blended with their neighbours; see {@link PatchMaps#ofCrops}. */
    default int blend(int cropSize) {
        return 0;
    }

    /** The canonical text; {@link #parse} makes an equal plan of it and the seed. */
    @Override
    String toString();

    /**
     * Reads {@code random}, {@code random:N}, {@code five}, {@code nine}, {@code grid}, {@code dense},
     * {@code dense:S}, {@code smooth} or {@code smooth:O}; {@code random(N)} and so on mean the same. Case does not
     * matter.
     *
     * @param seed for {@code random}; the other plans ignore it
     * @throws UsageException if the text is something else or its number is out of range
     */
    static CropPlan parse(String text, long seed) {
        return CropPlanParser.parse(text, seed);
    }

    /**
     * {@code count} independent crops, uniform over all positions.
     *
     * <p>The generator is SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014).
     * All arithmetic is modulo 2^64, {@code >>} shifts in zeros, and the state starts as the seed:
     *
     * <pre>
     * next():   state += 0x9E3779B97F4A7C15
     *           z = state
     *           z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9
     *           z = (z ^ (z >> 27)) * 0x94D049BB133111EB
     *           return (z ^ (z >> 31)) >> 32                     # 32 bits
     * below(n): r = next(), again while r >= 2^32 - 2^32 mod n   # so that no remainder is favoured
     *           return r mod n
     * crop:     left = below(width - cropSize + 1), then top = below(height - cropSize + 1)
     * </pre>
     *
     * Hence a plan with fewer crops gives the first ones of a plan with more.
     *
     * @throws UsageException unless {@code count} is in 1 to {@link #MAX_CROPS}
     */
    static CropPlan random(int count, long seed) {
        return new RandomCrops(count, seed);
    }

    /**
     * The corners and the centre, in the order 0 top left, 1 top right, 2 bottom left, 3 bottom right, 4 centre. The
     * centre starts at {@code size/2 - cropSize/2} in integer arithmetic.
     */
    static CropPlan five() {
        return FixedCrops.FIVE;
    }

    /** The crops of {@link #five()}, then the middles of the edges: 5 left, 6 right, 7 top, 8 bottom. */
    static CropPlan nine() {
        return FixedCrops.NINE;
    }

    /**
     * The fewest crops that cover every pixel, row by row from the top left. They are evenly spaced up to rounding, the
     * first and last of a row or column flush with the border.
     */
    static CropPlan grid() {
        return new GridCrops();
    }

    /** {@link #dense(int)} with a stride of half the crop size. */
    static CropPlan dense() {
        return new DenseCrops(OptionalInt.empty());
    }

    /**
     * Overlapping crops that cover every pixel, row by row: at 0, {@code stride}, 2 {@code stride}, ... and a last one
     * flush with the border.
     *
     * @param stride in pixels, at least 1 and at most the crop size
     * @throws UsageException if it is below 1
     */
    static CropPlan dense(int stride) {
        return new DenseCrops(OptionalInt.of(stride));
    }

    /** {@link #smooth(int)} with an overlap of half the crop size. */
    static CropPlan smooth() {
        return new SmoothCrops(OptionalInt.empty());
    }

    /**
     * Crops that cover every pixel, each blended into its neighbours, so that maps show no borders of crops: the fewest
     * that overlap by {@code overlap} pixels or more, evenly spaced up to rounding, row by row from the top left.
     *
     * @param overlap in pixels, at least 1 and at most half the crop size
     * @throws UsageException if it is below 1
     */
    static CropPlan smooth(int overlap) {
        return new SmoothCrops(OptionalInt.of(overlap));
    }
}
