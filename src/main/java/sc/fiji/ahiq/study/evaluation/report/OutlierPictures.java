/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.picture.Cubehelix;
import sc.fiji.ahiq.picture.Thumbnail;
import sc.fiji.ahiq.study.evaluation.EvaluatedPair;

/**
 * Finds and reads the images of pairs, and the maps of patch weights that belong to them. Relative paths are looked up below
 * each of some folders.
 */
public final class OutlierPictures {

    private static final int SIZE = 200;
    private static final double OPACITY = 0.5;

    private final List<Path> folders;
    private final Optional<WeightMaps> weights;

    /**
     * @param folders that relative paths of a results file may be relative to, the first that fits counts
     * @param weights of the distorted images
     */
    public OutlierPictures(List<Path> folders, Optional<WeightMaps> weights) {
        this.folders = List.copyOf(folders);
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
        Reference reference = Reference.of(ImageFiles.open(find(pair.reference())), RangeRule.AUTO);
        ScaledPlane distorted =
                reference.distorted(ImageFiles.open(find(pair.distorted()))).scaled();
        List<Picture> pictures = new ArrayList<>();
        pictures.add(new Picture("Reference", Thumbnail.of(reference.scaled(), SIZE)));
        pictures.add(new Picture("Distorted", Thumbnail.of(distorted, SIZE)));
        weights.flatMap(maps -> maps.of(pair, reference.plane(), distorted.source()))
                .ifPresent(map -> pictures.add(
                        new Picture("Patch weights", Thumbnail.covered(distorted, Cubehelix.rgb(map), OPACITY, SIZE))));
        return pictures;
    }

    private Path find(String name) {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            throw new ImageException("Expected the path of an image, but found '" + Printable.of(name) + "'.", e);
        }
        return folders.stream()
                .map(folder -> folder.resolve(path))
                .filter(Files::exists)
                .findFirst()
                .orElse(path);
    }
}
