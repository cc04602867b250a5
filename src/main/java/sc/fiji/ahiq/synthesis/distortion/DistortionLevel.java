/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.PlanarImage;

/**
 * A distortion at one of its levels.
 *
 * @param level 1 (weakest) to {@link Distortion#LEVELS}
 */
public record DistortionLevel(Distortion distortion, int level) {

    private static final String ALL = "all";
    private static final String DENOISED = "denoised";

    /**
     * What a user asks for, in the order of types, then levels.
     *
     * @param types a name, several separated by commas, {@code all} of {@link Distortions#all}, or {@code denoised}
     * @param level a level, or {@code all}
     * @throws UsageException for an unknown name or level
     */
    public static List<DistortionLevel> parse(String types, String level) {
        List<DistortionLevel> chosen = new ArrayList<>();
        int[] levels = levels(level);
        for (Distortion distortion : types(types)) {
            for (int one : levels) {
                chosen.add(new DistortionLevel(distortion, one));
            }
        }
        return chosen;
    }

    private static List<Distortion> types(String names) {
        if (names.equals(ALL)) {
            return Distortions.all();
        }
        if (names.equals(DENOISED)) {
            return Distortions.denoised();
        }
        List<Distortion> types = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            types.add(Distortions.named(name.strip()));
        }
        return types;
    }

    private static int[] levels(String text) {
        if (text.equals(ALL)) {
            return IntStream.rangeClosed(1, Distortion.LEVELS).toArray();
        }
        if (!text.matches("[1-" + Distortion.LEVELS + "]")) {
            throw new UsageException("Expected a level from 1 (weakest) to " + Distortion.LEVELS
                    + ", or all, but found '" + text + "'.");
        }
        return new int[] {Integer.parseInt(text)};
    }

    /** Whether {@link Distortion#suits} an image. */
    public boolean suits(PlanarImage image) {
        return distortion.suits(image);
    }

    /** See {@link Distortion#apply}. */
    public PlanarImage apply(PlanarImage image, long seed) {
        return distortion.apply(image, level, seed);
    }

    /** For file names and labels, such as {@code jpeg_3}. */
    @Override
    public String toString() {
        return distortion.name() + "_" + level;
    }
}
