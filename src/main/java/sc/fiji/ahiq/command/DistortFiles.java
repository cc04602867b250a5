/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.FileStem;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.base.io.OutputRule;
import sc.fiji.ahiq.image.file.GreyFiles;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.image.file.RgbFiles;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.scoring.pairs.ManifestWriter;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.synthesis.distortion.DistortionLevel;
import sc.fiji.ahiq.synthesis.distortion.Distortions;

/** Distorts image files. Throws an {@link sc.fiji.ahiq.base.error.AhiqException} if it cannot, or is stopped. */
@Plugin(
        type = Command.class,
        name = "distort",
        label = "AHIQ Distort Files...",
        description = "Makes distorted versions of images, of many types and five levels.\n"
                + "They are PNG files called IMAGE_TYPE_LEVEL.png, and manifest.csv lists them with their references, types"
                + " and levels. The same seed gives the same pixels.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class DistortFiles extends AhiqCommand implements WritingCommand {

    private static final String ALL = "all";

    @Parameter(
            label = "Images",
            description = "8-bit grey or RGB, 32 x 32 pixels or more",
            attrs = {
                @Attr(name = Input.ALTERNATIVE),
                @Attr(name = Input.POSITIONAL),
                @Attr(name = Input.VALUE, value = "IMAGE")
            },
            persist = false,
            required = false)
    private File[] images = {};

    @Parameter(
            label = "Type",
            description =
                    "of distortion, several separated by commas; all, without those of colours for grey images; or denoised:"
                            + " seven denoisers at three noises, whose levels are strengths",
            attrs = @Attr(name = Input.VALUE, value = "NAME"),
            persist = false,
            required = false)
    private String type = ALL;

    @Parameter(
            label = "Level",
            description = "1 (weakest) to 5, or all",
            attrs = @Attr(name = Input.VALUE, value = "N"),
            persist = false,
            required = false)
    private String level = ALL;

    @Parameter(
            label = "Seed",
            description = "of noise, places and directions, which whole images have in common and crops have not",
            persist = false,
            required = false)
    private long seed = 1;

    @Parameter(
            label = "Output folder",
            description = "folder for the files; made if need be",
            style = FileWidget.DIRECTORY_STYLE,
            attrs = {
                @Attr(name = Input.ALTERNATIVE),
                @Attr(name = Input.SHORT, value = "o"),
                @Attr(name = Input.ALIAS, value = "out")
            },
            persist = false,
            required = false)
    private File output;

    @Parameter(
            label = "Crops",
            description =
                    "distort N random crops of SIZE x SIZE pixels of each image, IMAGE_cropI.png, instead of the whole;"
                            + " they end where the image does, and one that is smaller is taken once",
            attrs = @Attr(name = Input.VALUE, value = "N:SIZE"),
            persist = false,
            required = false)
    private String crops = "";

    @Parameter(
            label = "Sample",
            description = "give each image or crop only N of the types, chosen at random; 0: all",
            persist = false,
            required = false)
    private int sample = 0;

    @Parameter(
            label = "Scale",
            description = "resize each image first by this factor, several separated by commas: by each of them,"
                    + " IMAGE_xFACTOR.png",
            attrs = @Attr(name = Input.VALUE, value = "FACTOR"),
            persist = false,
            required = false)
    private String scale = "";

    @Parameter(label = "List", description = "tell the types and do nothing else", persist = false, required = false)
    private boolean list = false;

    @Parameter(label = "Manifest", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private File manifest;

    @Parameter(label = "Types", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private String types;

    private final AtomicInteger done = new AtomicInteger();

    @Override
    protected void execute() {
        if (list) {
            types = Stream.concat(Distortions.all().stream(), Distortions.denoised().stream())
                    .map(one -> String.format("%-27s %-12s %s", one.name(), one.group(), one.description()))
                    .collect(Collectors.joining(System.lineSeparator()));
            return;
        }
        List<DistortionLevel> levels = DistortionLevel.parse(type, level);
        Map<Path, String> names = names();
        DistortionSampling sampling = DistortionSampling.parse(crops, sample, scale, seed);
        Folder.make(output.toPath());
        Path file = output.toPath().resolve("manifest.csv");
        requireFree(file, names.values(), levels);
        ManifestWriter.write(file, pairs(names, levels, sampling));
        manifest = file.toFile();
    }

    /** The names of the images without their ends, which must differ for their files not to replace each other. */
    private Map<Path, String> names() {
        if (images.length == 0 || output == null) {
            throw new UsageException("Expected images and a folder for the output, or list.");
        }
        Map<Path, String> names = new HashMap<>();
        Map<String, Path> taken = new HashMap<>();
        for (File image : images) {
            String name = FileStem.of(image.toPath());
            Path other = taken.put(name.toLowerCase(Locale.ROOT), image.toPath());
            if (other != null) {
                throw new UsageException("Files of " + other + " and of " + image
                        + " would have the same names. Distort them into different folders.");
            }
            names.put(image.toPath(), name);
        }
        return names;
    }

    private void requireFree(Path list, Collection<String> names, List<DistortionLevel> levels) {
        OutputRule rule = outputs(images);
        rule.require(list);
        String images = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String endings =
                levels.stream().map(one -> Pattern.quote(one.toString())).collect(Collectors.joining("|"));
        Pattern written = Pattern.compile("(" + images + ")(_crop\\d+|(_crop\\d+)?_(" + endings + "))\\.png");
        Folder.list(output.toPath()).stream()
                .filter(file -> written.matcher(file.getFileName().toString()).matches())
                .forEach(rule::require);
    }

    private List<RatedPair> pairs(Map<Path, String> names, List<DistortionLevel> levels, DistortionSampling sampling) {
        done.set(0);
        progress().step("image");
        return Stream.of(images).map(File::toPath).toList().parallelStream()
                .flatMap(image -> {
                    List<RatedPair> pairs = distort(image, names.get(image), levels, sampling);
                    done.incrementAndGet();
                    return pairs.stream();
                })
                .toList();
    }

    private List<RatedPair> distort(
            Path image, String name, List<DistortionLevel> levels, DistortionSampling sampling) {
        PlanarImage original = PlanarImage.ofEightBits(ImageFiles.open(image));
        List<RatedPair> pairs = new ArrayList<>();
        for (DistortionSampling.Part part : sampling.partsOf(original, name)) {
            Path reference = image;
            if (part.image() != original) {
                reference = output.toPath().resolve(part.name() + ".png");
                write(part.image(), reference);
            }
            List<DistortionLevel> chosen = sampling.chosen(suitable(levels, original), part.name());
            pairs.addAll(distort(part.image(), reference, part.name(), chosen, part.seed()));
        }
        return pairs;
    }

    private List<DistortionLevel> suitable(List<DistortionLevel> levels, PlanarImage image) {
        return type.equals(ALL)
                ? levels.stream().filter(one -> one.suits(image)).toList()
                : levels;
    }

    private List<RatedPair> distort(
            PlanarImage reference, Path referenceFile, String name, List<DistortionLevel> levels, long noiseSeed) {
        List<RatedPair> pairs = new ArrayList<>();
        for (DistortionLevel one : levels) {
            tell();
            Path file = output.toPath().resolve(name + "_" + one + ".png");
            write(one.apply(reference, noiseSeed), file);
            pairs.add(pair(referenceFile, file, one));
        }
        return pairs;
    }

    /** Images are distorted side by side. */
    private synchronized void tell() {
        progress().update(done.get(), images.length);
    }

    private static RatedPair pair(Path reference, Path distorted, DistortionLevel level) {
        return new RatedPair(
                reference,
                distorted,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                level.distortion().name(),
                level.distortion().isOrdered() ? OptionalInt.of(level.level()) : OptionalInt.empty());
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
