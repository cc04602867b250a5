/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.FileStem;
import sc.fiji.ahiq.base.io.IoReason;

/**
 * Pairs the images of two folders by their names, never by their order. Images are the visible files directly in a
 * folder whose names end in png, jpg, jpeg, bmp, gif, tif or tiff; a stem is a name without that ending. Case matters.
 *
 * <p>Without a template, an image belongs to the reference of exactly the same stem. With a template such as
 * <code>{ref}_*.png</code>, it belongs to every reference whose stem, in place of <code>{ref}</code>, makes the
 * template fit its name; {@code *} stands for any characters, or none. An image that fits several references, or
 * several images of one stem, are ambiguous: these are noted and in no pair, as are images without a partner.
 */
public final class FolderPairs {

    private static final String PLACEHOLDER = "{ref}";

    private static final Pattern IMAGE = Pattern.compile(
            "[^.].*\\.(png|jpe?g|bmp|gif|tiff?|btf|p[gpn]m|jp2|j2k|webp|zarr)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final List<Path> references;
    private final List<Path> distorted;

    private FolderPairs(List<Path> references, List<Path> distorted) {
        this.references = references;
        this.distorted = distorted;
    }

    /**
     * Pairs all that can be paired without guessing.
     *
     * @param template of the names of distorted images, with <code>{ref}</code> once; empty for equal stems
     * @return pairs in the order of the names of their references and then of the distorted images, and notes on the
     *     others
     * @throws UsageException if the template is none
     * @throws DatasetException if a folder cannot be listed, both are the same, or there are no pairs
     */
    public static PairList of(Path referenceFolder, Path distortedFolder, Optional<String> template) {
        template.ifPresent(FolderPairs::requireTemplate);
        List<Path> references = images(referenceFolder);
        List<Path> distorted = images(distortedFolder);
        if (isSame(referenceFolder, distortedFolder)) {
            throw new DatasetException("Expected references and distorted images in different folders, but found "
                    + referenceFolder + " twice. Move them apart, or list the pairs in a CSV manifest.");
        }
        FolderPairs folders = new FolderPairs(references, distorted);
        PairList pairs = template.map(folders::byTemplate).orElseGet(folders::byStem);
        if (pairs.pairs().isEmpty()) {
            Problems problems = new Problems();
            pairs.notes().forEach(problems::add);
            throw new DatasetException("Expected pairs of images in " + referenceFolder + " and " + distortedFolder
                    + template.map(t -> " by the template " + t).orElse(" with the same names but for their endings")
                    + ", but found none"
                    + (problems.isEmpty() ? "" : ": " + problems)
                    + ". Check the folders, give a template such as {ref}_*.png, or list the pairs in a CSV manifest.");
        }
        return pairs;
    }

    /**
     * Pairs every image of a folder with one reference, which is left out if it is there itself.
     *
     * @throws DatasetException if the folder cannot be listed or has no other images
     */
    public static PairList ofOneReference(Path reference, Path distortedFolder) {
        List<RatedPair> pairs = images(distortedFolder).stream()
                .filter(image -> !isSame(image, reference))
                .map(image -> RatedPair.unrated(reference, image))
                .toList();
        if (pairs.isEmpty()) {
            throw new DatasetException(
                    "Expected distorted images (png, jpg, bmp, gif, tif, pgm, ppm, jp2, webp, zarr) in "
                            + distortedFolder + ", but found none. Check the folder.");
        }
        return new PairList(pairs, List.of());
    }

    private static void requireTemplate(String template) {
        int place = template.indexOf(PLACEHOLDER);
        if (place < 0 || template.indexOf(PLACEHOLDER, place + 1) >= 0 || template.matches(".*[/\\\\].*")) {
            throw new UsageException(
                    "Expected a template for the names of distorted images with {ref} once and no folder,"
                            + " such as {ref}_*.png, but found '" + template + "'.");
        }
    }

    /**
     * The images of a folder, sorted by name; known by the endings of their names.
     *
     * @throws DatasetException if it cannot be read
     */
    public static List<Path> images(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> IMAGE.matcher(name(file)).matches())
                    .filter(file -> Files.isRegularFile(file)
                            || Files.isDirectory(file)
                                    && name(file).toLowerCase(Locale.ROOT).endsWith(".zarr"))
                    .sorted(Comparator.comparing(FolderPairs::name))
                    .toList();
        } catch (IOException e) {
            throw new DatasetException(
                    "Expected a folder of images, but " + folder + " cannot be listed: " + IoReason.of(e)
                            + ". Check the path.",
                    e);
        }
    }

    private static boolean isSame(Path folder, Path other) {
        try {
            return Files.isSameFile(folder, other);
        } catch (IOException e) {
            throw new DatasetException(
                    "Expected two folders, but " + folder + " and " + other + " cannot be compared: " + IoReason.of(e)
                            + ". Check the paths.",
                    e);
        }
    }

    private PairList byStem() {
        Map<String, List<Path>> referencesOf = references.stream().collect(Collectors.groupingBy(FileStem::of));
        Map<String, List<Path>> distortedOf = distorted.stream().collect(Collectors.groupingBy(FileStem::of));
        PairMatches matches = new PairMatches(references);
        for (Path image : distorted) {
            matches.add(
                    image,
                    referencesOf.getOrDefault(FileStem.of(image), List.of()),
                    distortedOf.get(FileStem.of(image)));
        }
        return matches.list();
    }

    private PairList byTemplate(String template) {
        Map<Path, Pattern> patterns = references.stream()
                .collect(Collectors.toMap(file -> file, file -> pattern(template, FileStem.of(file))));
        PairMatches matches = new PairMatches(references);
        for (Path image : distorted) {
            List<Path> fitting = references.stream()
                    .filter(file -> patterns.get(file).matcher(name(image)).matches())
                    .toList();
            matches.add(image, fitting, List.of(image));
        }
        return matches.list();
    }

    private static Pattern pattern(String template, String stem) {
        int place = template.indexOf(PLACEHOLDER);
        String after = template.substring(place + PLACEHOLDER.length());
        return Pattern.compile(
                wildcards(template.substring(0, place)) + Pattern.quote(stem) + wildcards(after), Pattern.DOTALL);
    }

    private static String wildcards(String text) {
        return Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
