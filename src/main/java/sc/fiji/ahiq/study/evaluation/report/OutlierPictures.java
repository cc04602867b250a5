/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.picture.Frame;
import sc.fiji.ahiq.picture.MapColours;
import sc.fiji.ahiq.picture.Thumbnail;
import sc.fiji.ahiq.scoring.results.ImageLocator;
import sc.fiji.ahiq.study.evaluation.EvaluatedPair;

/** Reads the images of pairs, and the maps of patch weights that belong to them. */
final class OutlierPictures {

    private static final Frame FRAME = new Frame(200, 200, 1);
    private static final double OPACITY = 0.5;

    private final ImageLocator locator;
    private final Optional<WeightMaps> weights;

    /**
     * @param locator finds the images that a results file names
     * @param weights of the distorted images
     */
    OutlierPictures(ImageLocator locator, Optional<WeightMaps> weights) {
        this.locator = locator;
        this.weights = weights;
    }

    /**
     * A picture.
     *
     * @param caption what it shows
     */
    record Picture(String caption, Thumbnail thumbnail) {}

    /**
     * Reference, distorted image and, if its map is there, the distorted image under its weights.
     *
     * @throws sc.fiji.ahiq.base.error.ImageException if an image is missing or cannot be read
     */
    List<Picture> of(EvaluatedPair pair) {
        Reference reference = Reference.of(ImageFiles.open(locator.find(pair.reference())), RangeRule.AUTO);
        ScaledPlane distorted = reference
                .distorted(ImageFiles.open(locator.find(pair.distorted())))
                .scaled();
        List<Picture> pictures = new ArrayList<>();
        pictures.add(new Picture("Reference", Thumbnail.of(reference.scaled(), FRAME)));
        pictures.add(new Picture("Distorted", Thumbnail.of(distorted, FRAME)));
        weights.flatMap(maps -> maps.of(pair, reference.plane(), distorted.source()))
                .ifPresent(map -> pictures.add(new Picture(
                        "Patch weights",
                        Thumbnail.covered(distorted, rows(map, (int) distorted.width()), OPACITY, FRAME))));
        return pictures;
    }

    private static IntFunction<int[]> rows(float[] map, int width) {
        return y -> MapColours.INFERNO.rgb(Arrays.copyOfRange(map, y * width, (y + 1) * width));
    }
}
