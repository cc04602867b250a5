/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import ij.ImagePlus;
import ij.WindowManager;
import ij.io.FileInfo;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;

/** Images by what a user or a macro calls them. */
public final class NamedImages {

    private NamedImages() {}

    /** The images that are open in ImageJ, those of a macro in batch mode included, in the order of their IDs. */
    public static List<ImagePlus> open() {
        int[] ids = WindowManager.getIDList();
        List<ImagePlus> images = new ArrayList<>();
        for (int id : ids == null ? new int[0] : ids) {
            ImagePlus image = WindowManager.getImage(id);
            if (image != null) {
                images.add(image);
            }
        }
        return images;
    }

    /**
     * Finds an image by its ImageJ ID, the title of its window, its absolute path, or its path relative to the working
     * directory. An open image is taken for the file it was opened from.
     *
     * @throws ImageException if there is none, if several are meant, or if the file cannot be opened
     */
    public static ImageSource find(String name) {
        List<ImagePlus> titled =
                open().stream().filter(image -> isCalled(image, name)).toList();
        Path file = file(name);
        if (titled.size() > 1) {
            throw ambiguous(
                    name,
                    titled.size() + " open images have this title: "
                            + titled.stream().map(NamedImages::describe).collect(Collectors.joining(", ")));
        }
        if (titled.size() == 1 && file != null && !isFrom(titled.get(0), file)) {
            throw ambiguous(
                    name,
                    "an open image, " + describe(titled.get(0)) + ", and the file " + file.toAbsolutePath()
                            + " have this name");
        }
        if (titled.size() == 1) {
            return new ImagePlusSource(titled.get(0));
        }
        if (file == null) {
            throw notFound(name);
        }
        return ImageFiles.source(Path.of(name));
    }

    private static boolean isCalled(ImagePlus image, String name) {
        return image.getTitle().equals(name) || Integer.toString(image.getID()).equals(name);
    }

    private static Path file(String name) {
        try {
            Path path = Path.of(name);
            return Files.isRegularFile(path) ? path : null;
        } catch (InvalidPathException e) {
            return null; // a title that cannot be a file name
        }
    }

    private static boolean isFrom(ImagePlus image, Path file) {
        FileInfo info = image.getOriginalFileInfo();
        return info != null
                && info.getFilePath() != null
                && Path.of(info.getFilePath())
                        .toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize());
    }

    private static ImageException ambiguous(String name, String found) {
        return new ImageException("Expected one image called '" + name + "', but " + found
                + ". Give the ID or the absolute path instead.");
    }

    private static ImageException notFound(String name) {
        List<ImagePlus> images = open();
        String titles = images.isEmpty()
                ? "no image is open"
                : "the open images are "
                        + images.stream().map(NamedImages::describe).collect(Collectors.joining(", "));
        return new ImageException("Expected the title or ID of an open image or the path of a file, but there is no '"
                + name + "': " + titles + ", and the working directory is "
                + Path.of("").toAbsolutePath() + ".");
    }

    private static String describe(ImagePlus image) {
        return "'" + image.getTitle() + "' (ID " + image.getID() + ")";
    }

    /** Title, size, type and ID, for people to choose from. */
    public static String label(ImagePlus image) {
        int[] sizes = image.getDimensions();
        String[] units = {"", "", " channels", " slices", " frames"};
        StringBuilder label = new StringBuilder(image.getTitle() + " (" + sizes[0] + " x " + sizes[1]);
        for (int axis = 2; axis < sizes.length; axis++) {
            if (sizes[axis] > 1) {
                label.append(", ").append(sizes[axis]).append(units[axis]);
            }
        }
        String type = image.getBitDepth() == 24 ? "RGB" : image.getBitDepth() + "-bit";
        return label.append(", ")
                .append(type)
                .append(", ID ")
                .append(image.getID())
                .append(')')
                .toString();
    }
}
