/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.model.Normalization;

/** Reads crops of pairs as the network takes them. Thread safe. */
final class CropReader {

    private static final int RGB = 3;

    private final ImageCache images;
    private final RangeRule range;
    private final Normalization normalization;
    private final int size;
    private final int patches;

    /**
     * @param size width and height of a crop
     * @param grid patches along a side of it
     */
    CropReader(ImageCache images, RangeRule range, Normalization normalization, int size, int grid) {
        this.images = images;
        this.range = range;
        this.normalization = normalization;
        this.size = size;
        this.patches = grid * grid;
    }

    /** Two images of one size, in the range of the reference. */
    record Pair(ScaledPlane reference, ScaledPlane distorted) {

        int width() {
            return Math.toIntExact(reference.width());
        }

        int height() {
            return Math.toIntExact(reference.height());
        }
    }

    /** Floats of one crop. */
    int cropFloats() {
        return RGB * size * size;
    }

    int size() {
        return size;
    }

    /** @throws ImageException if the images cannot be decoded, do not fit each other or are smaller than a crop */
    Pair pair(Path reference, Path distorted) {
        Reference expected = images.get(reference).reference(range);
        Pair pair = new Pair(
                expected.scaled(), images.get(distorted).distorted(expected).scaled());
        if (pair.width() < size || pair.height() < size) {
            throw new ImageException("Expected images of at least " + size + " x " + size
                    + " pixels, the size of the network's crops, but " + distorted + " is " + pair.width() + " x "
                    + pair.height() + ". Leave it out, or train a network with smaller crops.");
        }
        return pair;
    }

    void read(ScaledPlane image, Crop crop, float[] target, int offset) {
        image.readCrop(crop.left(), crop.top(), size, target, offset);
        normalization.apply(target, offset, cropFloats());
    }

    /**
     * The crops of a step, at the same random place and in the same symmetry for all images of a group; then some are
     * mixed.
     */
    CropBatch batch(StepPlan plan, Augmentation augmentation, CutMix mix, long step) {
        List<List<LabelledPair>> groups = plan.groups(step);
        int groupSize = plan.groupSize();
        CropBatch batch = new CropBatch(
                groups.size(),
                new float[groups.size() * cropFloats()],
                new float[groups.size() * groupSize * cropFloats()],
                new float[groups.size() * groupSize],
                new float[groups.size() * groupSize * patches]);
        for (int g = 0; g < groups.size(); g++) {
            Random random = plan.random(step, g);
            readGroup(groups.get(g), random, augmentation, batch, g);
            mix.apply(
                    random,
                    batch.distortedCrops(),
                    batch.labels(),
                    batch.patchLabels(),
                    g * groupSize,
                    groupSize,
                    RGB,
                    size);
        }
        return batch;
    }

    private void readGroup(
            List<LabelledPair> group, Random random, Augmentation augmentation, CropBatch batch, int groupIndex) {
        Pair first = pair(group.get(0).reference(), group.get(0).distorted());
        Crop crop = new Crop(random.nextInt(first.width() - size + 1), random.nextInt(first.height() - size + 1));
        Augmentation.Symmetry symmetry = augmentation.draw(random);
        readTurned(first.reference(), crop, symmetry, batch.referenceCrops(), groupIndex * cropFloats());
        for (int i = 0; i < group.size(); i++) {
            LabelledPair labelled = group.get(i);
            int index = groupIndex * group.size() + i;
            Pair pair = i == 0 ? first : pair(labelled.reference(), labelled.distorted());
            readTurned(pair.distorted(), crop, symmetry, batch.distortedCrops(), index * cropFloats());
            batch.labels()[index] = labelled.label();
            Arrays.fill(batch.patchLabels(), index * patches, (index + 1) * patches, labelled.label());
        }
    }

    private void readTurned(ScaledPlane image, Crop crop, Augmentation.Symmetry symmetry, float[] target, int offset) {
        read(image, crop, target, offset);
        symmetry.apply(target, offset, RGB, size);
    }
}
