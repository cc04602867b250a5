/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.format.FileProblem;

/** The images of a Zarr folder: those of OME-Zarr, by series and resolution, or an array. */
public final class ZarrImages {

    private static final String PART = "\\d{1,6}(/\\d{1,6})?";

    private ZarrImages() {}

    /** Whether a folder holds Zarr metadata. */
    public static boolean isIn(Path folder) {
        return List.of(ZarrMetadata.VERSION_3, ZarrMetadata.ARRAY_2, ZarrMetadata.GROUP_2).stream()
                .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /**
     * Opens an image; pixels are read when they are needed, chunk by chunk.
     *
     * @param part series and resolution from 0, such as {@code 0/1}; empty for the first of both where there is one
     *     series
     * @param name how messages call the image
     * @throws ImageException if the folder is no image, or of a kind that is not read
     */
    public static ImageSource open(Path folder, String part, String name) {
        if (!part.isEmpty() && !part.matches(PART)) {
            throw new ImageException("Expected series and resolution after the # of " + name
                    + ", such as #0/1, but found #" + part + ". Correct it.");
        }
        try {
            return ZarrArray.isIn(folder) ? array(folder, part, name) : image(folder, part, name);
        } catch (ImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // what damaged metadata cause
            throw FileProblem.damaged(name, FileProblem.reason(e), e);
        }
    }

    private static ImageSource array(Path folder, String part, String name) throws IOException {
        if (!part.matches("(0(/0)?)?")) {
            throw missing(name, 1);
        }
        ZarrArray array = ZarrArray.of(folder);
        return new ZarrSeries(name, array, ZarrAxes.of(array, Optional.empty()));
    }

    private static ImageSource image(Path folder, String part, String name) throws IOException {
        String[] numbers = part.split("/");
        int series = part.isEmpty() ? 0 : Integer.parseInt(numbers[0]);
        int resolution = numbers.length < 2 ? 0 : Integer.parseInt(numbers[1]);
        Path group = folder;
        List<JsonElement> images = multiscales(group);
        if (images.isEmpty() && isIn(folder.resolve(Integer.toString(series)))) {
            // A group of images, as bioformats2raw writes them.
            long count = IntStream.iterate(0, i -> isIn(folder.resolve(Integer.toString(i))), i -> i + 1)
                    .count();
            requireChosen(part, count, name);
            group = folder.resolve(Integer.toString(series));
            images = multiscales(group);
            series = 0;
        } else {
            requireChosen(part, images.size(), name);
        }
        if (series >= images.size() || !images.get(series).isJsonObject()) {
            throw missing(name, images.size());
        }
        JsonObject image = images.get(series).getAsJsonObject();
        ZarrArray array = ZarrArray.of(dataset(group, image, resolution, name));
        return new ZarrSeries(name, array, ZarrAxes.of(array, ZarrMetadata.array(image, "axes")));
    }

    private static List<JsonElement> multiscales(Path group) throws IOException {
        return ZarrMetadata.array(ZarrMetadata.attributes(group), "multiscales")
                .map(JsonArray::asList)
                .orElse(List.of());
    }

    private static void requireChosen(String part, long count, String name) {
        if (part.isEmpty() && count > 1) {
            throw new ImageException("Expected one image, but " + name + " has " + count
                    + " series. Choose one of them: " + name + "#0 to #" + (count - 1) + ".");
        }
    }

    private static Path dataset(Path group, JsonObject image, int resolution, String name) throws IOException {
        JsonArray datasets = ZarrMetadata.array(image, "datasets").orElseGet(JsonArray::new);
        if (resolution >= datasets.size() || !datasets.get(resolution).isJsonObject()) {
            throw new ImageException("Expected a resolution of " + name + " out of " + datasets.size() + ", but found "
                    + resolution + ", counted from 0. Correct the number after the / of #SERIES/RESOLUTION.");
        }
        String path = ZarrMetadata.text(datasets.get(resolution).getAsJsonObject(), "path");
        try {
            Path dataset = group.resolve(path).normalize();
            if (path.isEmpty() || !dataset.startsWith(group.normalize())) {
                throw new IOException("the dataset '" + path + "' is not in the folder");
            }
            return dataset;
        } catch (InvalidPathException e) {
            throw new IOException("the dataset '" + path + "'", e);
        }
    }

    private static ImageException missing(String name, int count) {
        return count == 0
                ? new ImageException("Expected an image, but the Zarr group " + name
                        + " has no multiscales. Name an array in it, or a group that is an OME-Zarr image.")
                : new ImageException("Expected a series of " + name + " from #0 to #" + (count - 1)
                        + ". Correct the number after the #.");
    }
}
