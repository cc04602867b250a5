/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.FileStem;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.image.file.GreyFiles;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.image.file.RgbFiles;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.scoring.pairs.ManifestWriter;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.synthesis.distortion.Distortion;
import sc.fiji.ahiq.synthesis.distortion.DistortionLevel;
import sc.fiji.ahiq.synthesis.distortion.Distortions;

/** {@code ahiq distort}. */
@Command(
        name = "distort",
        description = {
            "Makes distorted versions of images, of many types and five levels.",
            "They are PNG files called IMAGE_TYPE_LEVEL.png, and manifest.csv lists them with their references, types and levels."
                    + " The same seed gives the same pixels. Files of the same names are replaced."
        },
        mixinStandardHelpOptions = true)
final class DistortCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "IMAGE", arity = "0..*", description = "8-bit grey or RGB, 32 x 32 pixels or more")
    private List<Path> images = List.of();

    @Option(
            names = "--type",
            paramLabel = "NAME",
            defaultValue = ALL,
            description = "of distortion, several separated by commas, or all, without those of colours for grey images"
                    + " (default: ${DEFAULT-VALUE})")
    private String type;

    @Option(
            names = "--level",
            paramLabel = "N",
            defaultValue = ALL,
            description = "1 (weakest) to 5, or all (default: ${DEFAULT-VALUE})")
    private String level;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of noise, places and directions, which whole images have in common and crops have not"
                    + " (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = {"-o", "--out", "--output"},
            paramLabel = "DIR",
            description = "folder for the files; made if need be")
    private Path output;

    @Option(
            names = "--crops",
            paramLabel = "N:SIZE",
            description =
                    "distort N random crops of SIZE x SIZE pixels of each image, IMAGE_cropI.png, instead of the whole;"
                            + " they end where the image does, and one that is smaller is taken once")
    private String crops;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "give each image or crop only N of the types, chosen at random")
    private Integer sample;

    @Option(names = "--list", description = "tell the types and do nothing else")
    private boolean list;

    private final Cancellation cancellation;

    DistortCommand(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        if (list) {
            printTypes(spec.commandLine().getOut());
            return ExitCode.OK;
        }
        List<DistortionLevel> levels = DistortionLevel.parse(type, level);
        Map<Path, String> names = names();
        DistortionSampling sampling = DistortionSampling.parse(crops, sample, seed);
        Folder.make(output);
        Path manifest = output.resolve("manifest.csv");
        ManifestWriter.write(
                manifest,
                images.parallelStream()
                        .flatMap(image -> distort(image, names.get(image), levels, sampling).stream())
                        .toList());
        spec.commandLine().getOut().println(manifest);
        return ExitCode.OK;
    }

    private static void printTypes(PrintWriter out) {
        for (Distortion distortion : Distortions.all()) {
            out.printf("%-27s %-12s %s%n", distortion.name(), distortion.group().label(), distortion.description());
        }
    }

    /** The names of the images without their ends, which must differ for their files not to replace each other. */
    private Map<Path, String> names() {
        if (images.isEmpty() || output == null) {
            throw new UsageException("Expected images and --out DIR, or --list.");
        }
        Map<Path, String> names = new HashMap<>();
        Map<String, Path> taken = new HashMap<>();
        for (Path image : images) {
            String name = FileStem.of(image);
            Path other = taken.put(name.toLowerCase(Locale.ROOT), image);
            if (other != null) {
                throw new UsageException("Files of " + other + " and of " + image
                        + " would have the same names. Distort them into different folders.");
            }
            names.put(image, name);
        }
        return names;
    }

    private List<RatedPair> distort(
            Path image, String name, List<DistortionLevel> levels, DistortionSampling sampling) {
        PlanarImage whole = PlanarImage.ofEightBits(ImageFiles.open(image));
        if (!sampling.crops()) {
            return distort(whole, image, name, sampling.chosen(suitable(levels, whole), name), seed);
        }
        List<RatedPair> pairs = new ArrayList<>();
        for (DistortionSampling.NamedCrop crop : sampling.cropsOf(whole, name)) {
            Path reference = output.resolve(crop.name() + ".png");
            write(crop.image(), reference);
            List<DistortionLevel> chosen = sampling.chosen(suitable(levels, whole), crop.name());
            pairs.addAll(distort(crop.image(), reference, crop.name(), chosen, crop.seed()));
        }
        return pairs;
    }

    private List<DistortionLevel> suitable(List<DistortionLevel> levels, PlanarImage image) {
        return type.equals(ALL)
                ? levels.stream().filter(level -> level.suits(image)).toList()
                : levels;
    }

    private List<RatedPair> distort(
            PlanarImage reference, Path referenceFile, String name, List<DistortionLevel> levels, long noiseSeed) {
        List<RatedPair> pairs = new ArrayList<>();
        for (DistortionLevel one : levels) {
            cancellation.check();
            Path file = output.resolve(name + "_" + one + ".png");
            write(one.apply(reference, noiseSeed), file);
            pairs.add(pair(referenceFile, file, one));
        }
        return pairs;
    }

    private static RatedPair pair(Path reference, Path distorted, DistortionLevel level) {
        return new RatedPair(
                reference,
                distorted,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                level.distortion().name(),
                OptionalInt.of(level.level()));
    }

    private static void write(PlanarImage image, Path file) {
        List<byte[]> planes = image.toBytes();
        if (planes.size() == 1) {
            GreyFiles.writePng(file, planes.get(0), image.width(), image.height());
        } else {
            RgbFiles.writePng(file, planes, image.width(), image.height());
        }
    }
}
