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

/**
 * Which parts of an image are distorted, and by which types. Chances depend on the seed and the name of the image only.
 *
 * @param cropCount number of random crops of each image; 0 for the whole image
 * @param cropSize width and height of a crop in pixels
 * @param types number of types that each image or crop gets; 0 for all
 */
record DistortionSampling(int cropCount, int cropSize, int types, long seed) {

    /**
     * @param crops such as {@code 4:256}; blank for whole images
     * @param sample number of types; 0 for all
     * @throws UsageException if they are malformed
     */
    static DistortionSampling parse(String crops, int sample, long seed) {
        if (sample < 0) {
            throw new UsageException("sample=" + sample + ": expected 1 type or more, or 0 for all.");
        }
        if (crops.isBlank()) {
            return new DistortionSampling(0, 0, sample, seed);
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
        return new DistortionSampling(Integer.parseInt(numbers[0]), size, sample, seed);
    }

    boolean crops() {
        return cropCount > 0;
    }

    /** The crops of an image, no larger than it is; a single one if that is all of it. */
    List<NamedCrop> cropsOf(PlanarImage image, String name) {
        int width = Math.min(cropSize, image.width());
        int height = Math.min(cropSize, image.height());
        boolean isWhole = width == image.width() && height == image.height();
        List<NamedCrop> result = new ArrayList<>();
        Random random = random(name, "crops");
        for (int i = 1; i <= (isWhole ? 1 : cropCount); i++) {
            int left = random.nextInt(image.width() - width + 1);
            int top = random.nextInt(image.height() - height + 1);
            result.add(new NamedCrop(name + "_crop" + i, image.crop(left, top, width, height), random.nextLong()));
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
    record NamedCrop(String name, PlanarImage image, long seed) {}
}
