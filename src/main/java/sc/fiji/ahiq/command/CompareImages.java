/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.ChannelMode;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;
import sc.fiji.ahiq.picture.Frame;
import sc.fiji.ahiq.picture.MapImages;
import sc.fiji.ahiq.picture.Thumbnail;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.PlanePairs;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringOptions;

/**
 * Scores several versions of an image and puts them into a stack after their reference, as the metrics see them, with
 * scores as labels. Throws an {@link ImageException} if one does not fit.
 */
@Plugin(
        type = Command.class,
        label = "AHIQ Compare...",
        description =
                "Shows versions of one reference, all open images of its size if none are named, beside each other,"
                        + " with their scores; higher is better.",
        headless = true,
        visible = false,
        attrs = @Attr(name = "no-record"))
public final class CompareImages extends ScoringInputs implements RowSource {

    @Parameter(
            label = "Reference",
            description = "the undistorted image: ID, title or path",
            persist = false,
            autoFill = false)
    private ImageSource reference;

    @Parameter(
            label = "Distorted",
            description =
                    "versions of it: IDs, titles or paths\n" + "empty: all other open images of its size but maps",
            attrs = @Attr(name = Input.ALTERNATIVE),
            persist = false,
            required = false)
    private String[] distorted = {};

    @Parameter(label = "Comparison", type = ItemIO.OUTPUT, attrs = @Attr(name = Output.RESULT))
    private ImagePlus comparison;

    private Consumer<ScoreRow> rows = row -> {};

    public CompareImages() {
        super("ahiq");
    }

    @Override
    public void setRows(Consumer<ScoreRow> rows) {
        this.rows = rows;
    }

    @Override
    protected void execute() {
        comparison = null;
        if (reference == null) {
            throw new UsageException("No reference was given: expected reference=...");
        }
        ScoringOptions options = scoring(selection());
        List<ImageSource> versions = versions();
        ImageStack stack = new ImageStack(Math.toIntExact(reference.width()), Math.toIntExact(reference.height()));
        for (int i = 0; i < versions.size(); i++) {
            add(stack, versions.get(i), options, i, versions.size());
        }
        comparison = new ImagePlus("AHIQ comparison with " + shortName(reference), stack);
    }

    private void add(ImageStack stack, ImageSource version, ScoringOptions options, int done, int total) {
        Region whole = new Region(0, 0, stack.getWidth(), stack.getHeight());
        PlanePairs pair = PlanePairs.of(reference, version, ChannelMode.RGB, Optional.of(whole));
        pair.requireSinglePlane();
        progress().step("image");
        PlaneScore plane = SharedModels.score(
                        pair, options, progress().part(done, total), one -> rows.accept(one.row()))
                .get(0);
        PairScore scored =
                plane.scored().orElseThrow(() -> new ImageException(plane.row().error()));
        if (stack.getSize() == 0) {
            stack.addSlice(
                    "reference: " + shortName(reference),
                    picture(new ScaledPlane(pair.reference(plane.position()), scored.range())));
        }
        stack.addSlice(
                shortName(version) + ": " + label(scored),
                picture(new ScaledPlane(pair.distorted(plane.position()), scored.range())));
    }

    /** Of a path, the file. */
    private static String shortName(ImageSource image) {
        return image.name().replaceFirst("^.*[/\\\\]", "");
    }

    private static String label(PairScore scored) {
        return scored.results().entrySet().stream()
                .map(one -> String.format(
                        Locale.ROOT, "%s %.4f", one.getKey(), one.getValue().score()))
                .collect(Collectors.joining(", "));
    }

    private static ColorProcessor picture(ScaledPlane image) {
        Frame frame = new Frame((int) image.width(), (int) image.height(), 1);
        return new ColorProcessor(Thumbnail.of(image, frame).picture());
    }

    private List<ImageSource> versions() {
        List<ImageSource> versions = new ArrayList<>();
        Arrays.stream(distorted).forEach(name -> versions.add(NamedImages.find(name)));
        if (distorted.length == 0) {
            NamedImages.open().stream()
                    .filter(image -> image.getWidth() == reference.width() && image.getHeight() == reference.height())
                    .filter(image ->
                            image.getStackSize() == 1 && !isReference(image) && image.getProp(MapImages.SHOWN) == null)
                    .forEach(image -> versions.add(new ImagePlusSource(image)));
        }
        if (versions.isEmpty()) {
            throw new UsageException("Expected images to compare with reference=" + reference.name()
                    + ": open some of its size, " + reference.width() + " x " + reference.height()
                    + ", or give distorted=..., several separated by semicolons.");
        }
        return versions;
    }

    private boolean isReference(ImagePlus image) {
        return reference instanceof ImagePlusSource open && open.image() == image;
    }
}
