/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.synthesis.distortion.Distortion;
import sc.fiji.ahiq.synthesis.distortion.DistortionLevel;
import sc.fiji.ahiq.synthesis.distortion.Rescaling;

/**
 * Which parts of an image are distorted, and by which types. Chances depend on the seed and the name of the image only.
 *
 * @param cropCount number of random crops of each image; 0 for the whole image
 * @param cropSize width and height of a crop in pixels
 * @param types number of types that each image or crop gets; 0 for all
 */
record DistortionSampling(int cropCount, int cropSize, int types, List<String> scales, long seed) {

    private static final String WHOLE = "1";

    /**
     * @param crops such as {@code 4:256}; blank for whole images
     * @param sample number of types; 0 for all
     * @param scale such as {@code 0.5,1,2}; blank for images as they are
     * @throws UsageException if they are malformed
     */
    static DistortionSampling parse(String crops, int sample, String scale, long seed) {
        if (sample < 0) {
            throw new UsageException("sample=" + sample + ": expected 1 type or more, or 0 for all.");
        }
        List<String> scales = scales(scale);
        if (crops.isBlank()) {
            return new DistortionSampling(0, 0, sample, scales, seed);
        }
        if (!crops.matches("[1-9][0-9]{0,4}:[1-9][0-9]{0,4}")) {
            throw new UsageException("crops=" + crops + ": expected N:SIZE, such as 4:256.");
        }
        String[] numbers = crops.split(":");
        int size = Integer.parseInt(numbers[1]);
        if (size < Distortion.MIN_SIZE) {
            throw new UsageException(
                    "Expected crops of at least " + Distortion.MIN_SIZE + " pixels, but found " + size + ".");
        }
        return new DistortionSampling(Integer.parseInt(numbers[0]), size, sample, scales, seed);
    }

    private static List<String> scales(String scale) {
        if (scale.isBlank()) {
            return List.of(WHOLE);
        }
        List<String> scales = List.of(scale.split(",", -1));
        for (String one : scales) {
            if (!one.matches("[0-9]{1,2}(\\.[0-9]{1,4})?") || !(Double.parseDouble(one) > 0)) {
                throw new UsageException(
                        "scale=" + scale + ": expected factors above 0 separated by commas, such as 0.5,1,2.");
            }
        }
        return scales;
    }

    /** What is distorted of an image: itself, or its crops, at each scale. */
    List<Part> partsOf(PlanarImage image, String name) {
        List<Part> parts = new ArrayList<>();
        for (String scale : scales) {
            double factor = Double.parseDouble(scale);
            PlanarImage scaled = Rescaling.of(image, factor);
            String scaledName = factor == 1 ? name : name + "_x" + scale;
            if (cropCount > 0) {
                parts.addAll(cropsOf(scaled, scaledName));
            } else {
                parts.add(new Part(scaledName, scaled, seed));
            }
        }
        return parts;
    }

    /** The crops of an image, no larger than it is; a single one if that is all of it. */
    private List<Part> cropsOf(PlanarImage image, String name) {
        int width = Math.min(cropSize, image.width());
        int height = Math.min(cropSize, image.height());
        boolean isWhole = width == image.width() && height == image.height();
        List<Part> result = new ArrayList<>();
        Random random = random(name, "crops");
        for (int i = 1; i <= (isWhole ? 1 : cropCount); i++) {
            int left = random.nextInt(image.width() - width + 1);
            int top = random.nextInt(image.height() - height + 1);
            result.add(new Part(name + "_crop" + i, image.crop(left, top, width, height), random.nextLong()));
        }
        return result;
    }

    /** Of the given levels, in their order, those of the types that the image gets. */
    List<DistortionLevel> chosen(List<DistortionLevel> levels, String name) {
        if (types == 0) {
            return levels;
        }
        List<Distortion> all = new ArrayList<>(
                levels.stream().map(DistortionLevel::distortion).distinct().toList());
        Collections.shuffle(all, random(name, "types"));
        List<Distortion> some = all.subList(0, Math.min(types, all.size()));
        return levels.stream()
                .filter(level -> some.contains(level.distortion()))
                .toList();
    }

    private Random random(String name, String purpose) {
        return new Random(seed ^ ((long) name.hashCode() << 32 | purpose.hashCode() & 0xffffffffL));
    }

    /** @param seed of its distortions */
    record Part(String name, PlanarImage image, long seed) {}
}
