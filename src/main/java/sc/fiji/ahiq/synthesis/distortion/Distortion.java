/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * A type of distortion with levels 1 (weakest) to {@value #LEVELS}.
 * Immutable and thread safe; {@link Distortions} has all.
 */
public final class Distortion {

    /** Number of levels. */
    public static final int LEVELS = 5;

    /** Smallest width and height of an image, in pixels. */
    public static final int MIN_SIZE = 32;

    private final String name;
    private final DistortionGroup group;
    private final boolean ofColour;
    private final String description;
    private final Effect effect;
    private final double[] amounts;

    private Distortion(
            String name, DistortionGroup group, boolean ofColour, String description, Effect effect, double[] amounts) {
        if (amounts.length != LEVELS) {
            throw new IllegalArgumentException(name + " has " + amounts.length + " levels");
        }
        this.name = name;
        this.group = group;
        this.ofColour = ofColour;
        this.description = description;
        this.effect = effect;
        this.amounts = amounts;
    }

    /** @param amounts for the effect, by level */
    static Distortion of(String name, DistortionGroup group, String description, Effect effect, double[] amounts) {
        return new Distortion(name, group, false, description, effect, amounts);
    }

    /** One that a grey image cannot have; see {@link #of}. */
    static Distortion ofColour(
            String name, DistortionGroup group, String description, Effect effect, double[] amounts) {
        return new Distortion(name, group, true, description, effect, amounts);
    }

    /** Lower case, words joined by hyphens, such as {@code gaussian-blur}. */
    public String name() {
        return name;
    }

    public String group() {
        return group.label();
    }

    /** What it does, and what its levels are, in a line. */
    public String description() {
        return description;
    }

    /** Whether higher levels are worse. */
    public boolean isOrdered() {
        return group != DistortionGroup.DENOISED;
    }

    /** Whether it can be applied to this kind of image: a few distort colours, which grey images have not. */
    public boolean suits(PlanarImage image) {
        return image.isColour() || !ofColour;
    }

    /**
     * Distorts an image of at least {@value #MIN_SIZE} x {@value #MIN_SIZE} pixels, whose samples are rounded to whole
     * numbers first. The result has the same size and number of planes, and whole samples in 0..255. The same image,
     * level and seed give the same result, always; with one seed, levels share their random numbers as far as that is
     * possible.
     *
     * @param level 1 (weakest) to {@value #LEVELS}
     * @param seed of noise, places and directions; types draw different numbers from one seed
     * @throws UsageException for another level
     * @throws ImageException if the image is too small, or grey where colours are distorted
     */
    public PlanarImage apply(PlanarImage image, int level, long seed) {
        requireLevel(level);
        requireSuitable(image);
        Random random = new Random(mixed(31 * seed + name.hashCode()));
        List<Plane> planes = rounded(image.isColour() ? image.rgb() : List.of(image.grey()));
        return PlanarImage.of(rounded(effect.apply(planes, amounts[level - 1], random)));
    }

    /**
     * Spreads neighbouring numbers, of which {@link Random} would make almost the same first draws: the finaliser of
     * SplitMix64 (G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014).
     */
    private static long mixed(long number) {
        long z = number;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private void requireLevel(int level) {
        if (level < 1 || level > LEVELS) {
            throw new UsageException("Expected a level from 1 (weakest) to " + LEVELS + ", but found " + level + ".");
        }
    }

    private void requireSuitable(PlanarImage image) {
        if (image.width() < MIN_SIZE || image.height() < MIN_SIZE) {
            throw new ImageException("Expected an image of at least " + MIN_SIZE + " x " + MIN_SIZE
                    + " pixels to distort, but found " + image.width() + " x " + image.height()
                    + ". Choose a larger one.");
        }
        if (!suits(image)) {
            throw new ImageException("Expected a colour image, because " + name
                    + " distorts colours, but found a grey one. Choose another type, or convert the image to RGB.");
        }
    }

    /** To 8 bits: whole numbers in 0..255. */
    static List<Plane> rounded(List<Plane> planes) {
        return planes.stream()
                .map(plane -> plane.map(value -> Math.max(0, Math.min(255, Math.rint(value)))))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
