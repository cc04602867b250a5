/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.scijava.ItemIO;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.ChannelMode;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.PixelSpacing;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;
import sc.fiji.ahiq.picture.MapColours;
import sc.fiji.ahiq.picture.MapImages;
import sc.fiji.ahiq.picture.WeightOverlay;
import sc.fiji.ahiq.scoring.PlanePairs;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringOptions;

/**
 * Inputs, outputs and course of the commands that score images. Throws an {@link sc.fiji.ahiq.base.error.AhiqException}
 * for what the user can mend; rows that were finished by then are kept.
 */
public abstract class ScoringCommand extends ScoringInputs {

    @Parameter(
            label = "Reference",
            description = "the undistorted image: ID, title or path",
            persist = false,
            autoFill = false)
    private ImageSource reference;

    @Parameter(
            label = "Distorted",
            description = "the image to score, of the same size: ID, title or path",
            persist = false,
            autoFill = false)
    private ImageSource distorted;

    @Parameter(
            label = "Channels",
            description = "rgb: grey or RGB; each: one by one; merge: what a composite image shows",
            choices = {"rgb", "each", "merge"},
            persist = false,
            required = false)
    private String channels = "rgb";

    @Parameter(
            label = "Region",
            description = "LEFT,TOP,WIDTH,HEIGHT; empty: the rectangle selected in the distorted image, or all of it",
            persist = false,
            required = false)
    private String region = "";

    @Parameter(
            label = "Show maps",
            description = "of patch quality and patch weight, and of the quality by other metrics",
            persist = false,
            required = false)
    private boolean maps = false;

    @Parameter(
            label = "Overlay weights",
            description =
                    "over the distorted image, which must be open in ImageJ; with a legend if that takes no more than 6 %",
            persist = false,
            required = false)
    private boolean overlay = false;

    @Parameter(
            label = "Opacity",
            description = "of the overlay",
            min = "0",
            max = "1",
            stepSize = "0.1",
            persist = false,
            required = false)
    private double opacity = 0.5;

    @Parameter(label = "Outline crops", description = "in the overlay", persist = false, required = false)
    private boolean outlines = false;

    @Parameter(
            label = "Map colours",
            description = "lookup table of maps and overlay",
            choices = {"mpl-inferno", "mpl-viridis", "grays"},
            attrs = @Attr(name = Input.RARE),
            persist = false,
            required = false)
    private String colours = "mpl-inferno";

    @Parameter(
            label = "Results table",
            description = "add the rows to ImageJ's Results, too, where macros read them by getResult",
            persist = false,
            required = false)
    private boolean results = false;

    @Parameter(label = "Scores", type = ItemIO.OUTPUT)
    private List<ScoreRow> scores;

    @Parameter(label = "Mean score", type = ItemIO.OUTPUT)
    private Double score;

    @Parameter(label = "Patch quality", type = ItemIO.OUTPUT)
    private ImagePlus scoreMap;

    @Parameter(label = "Patch weight", type = ItemIO.OUTPUT)
    private ImagePlus weightMap;

    @Parameter(label = "Quality by other metrics", type = ItemIO.OUTPUT)
    private List<ImagePlus> metricMaps;

    private Consumer<PlaneScore> finished = plane -> {};
    private List<PlaneScore> planes = List.of();
    private PlanePairs pairs;

    ScoringCommand() {
        super("ahiq");
    }

    /** Whether ImageJ's own table of results is to have the rows, too. */
    public final boolean wantsResults() {
        return results;
    }

    /** Lets somebody receive each plane that the next run finishes. */
    public final void setFinished(Consumer<PlaneScore> finished) {
        this.finished = finished;
    }

    @Override
    protected final void execute() {
        scores = null;
        score = null;
        ScoringOptions options = scoring(selection()).withMaps(maps);
        pairs = pairs();
        check(options);
        for (ImageSource image : List.of(reference, distorted)) {
            image.notes().forEach(note -> progress().note(image.name() + ": " + note + "."));
        }
        planes = SharedModels.score(pairs, options, progress(), plane -> {
            if (scores == null) {
                scores = new ArrayList<>();
            }
            scores.add(plane.row());
            finished.accept(plane);
        });
        show(options);
        requireAllScored();
    }

    private PlanePairs pairs() {
        checkPlanes(required("reference", reference), required("distorted", distorted));
        return PlanePairs.of(
                reference,
                distorted,
                InputTexts.checked("channels", channels, ChannelMode::parse),
                region.isBlank() ? Optional.empty() : Optional.of(InputTexts.checked("region", region, Region::parse)));
    }

    private static <T> T required(String key, T value) {
        if (value == null) {
            throw new UsageException("No " + key + " was given: expected " + key + "=...");
        }
        return value;
    }

    private void check(ScoringOptions options) {
        if (opacity < 0 || opacity > 1) {
            throw new UsageException("opacity=" + opacity + ": expected 0 to 1.");
        }
        mapColours();
        if (overlay && !options.metrics().hasWeights()) {
            throw new UsageException(
                    "overlay=true: expected ahiq among the metrics, whose weights it shows, but found metrics="
                            + metrics() + ".");
        }
        if (overlay && !(distorted instanceof ImagePlusSource)) {
            throw new UsageException("overlay=true: expected a distorted image that is open in ImageJ, but distorted="
                    + distorted.name() + " is not. Open it first and give its title.");
        }
    }

    private MapColours mapColours() {
        return InputTexts.checked("colours", colours, MapColours::parse);
    }

    /** Refuses images of more planes than the command takes. */
    abstract void checkPlanes(ImageSource reference, ImageSource distorted);

    private void show(ScoringOptions options) {
        String first = options.metrics().names().get(0);
        OptionalDouble mean = planes.stream()
                .flatMap(plane -> plane.scored().stream())
                .flatMapToDouble(scored -> scored.score(first).stream())
                .average();
        score = mean.isPresent() ? mean.getAsDouble() : null;
        if (maps) {
            MapImages images = new MapImages(planes, distorted.name(), calibration(distorted), mapColours());
            if (options.metrics().hasWeights()) {
                scoreMap = images.scores();
                weightMap = images.weights();
            }
            List<ImagePlus> others = images.metrics();
            metricMaps = others.isEmpty() ? null : others;
        }
        if (overlay) {
            new WeightOverlay(opacity, outlines, mapColours()).draw(((ImagePlusSource) distorted).image(), planes);
        }
    }

    private static Calibration calibration(ImageSource image) {
        return image instanceof ImagePlusSource source
                ? source.image().getCalibration()
                : image.spacing().map(ScoringCommand::calibration).orElseGet(Calibration::new);
    }

    private static Calibration calibration(PixelSpacing spacing) {
        Calibration calibration = new Calibration();
        calibration.pixelWidth = spacing.width();
        calibration.pixelHeight = spacing.height();
        calibration.pixelDepth = spacing.depth();
        calibration.frameInterval = spacing.interval();
        calibration.xOrigin = -spacing.left() / spacing.width();
        calibration.yOrigin = -spacing.top() / spacing.height();
        if (!spacing.unit().isEmpty()) {
            calibration.setUnit(spacing.unit());
        }
        if (!spacing.timeUnit().isEmpty()) {
            calibration.setTimeUnit(spacing.timeUnit());
        }
        return calibration;
    }

    private void requireAllScored() {
        List<PlaneScore> failed =
                planes.stream().filter(plane -> plane.row().error() != null).toList();
        if (!failed.isEmpty()) {
            PlaneScore first = failed.get(0);
            if (planes.size() == 1) {
                throw new ImageException(first.row().error());
            }
            throw new ImageException(failed.size() + " of " + planes.size() + " planes could not be scored; the first, "
                    + first.position() + ": " + first.row().error());
        }
    }

    /** Rows of all planes that were finished, those before a failure or a cancellation included. */
    public final List<ScoreRow> scores() {
        return scores == null ? List.of() : scores;
    }

    /** The images of a run, once it has begun. */
    public final Optional<PlanePairs> images() {
        return Optional.ofNullable(pairs);
    }

    /** All planes of a finished run. */
    public final List<PlaneScore> planes() {
        return planes;
    }

    /** Mean over all planes of the score by the first of the metrics. */
    public final Optional<Double> score() {
        return Optional.ofNullable(score);
    }

    /** Maps by AHIQ, if they were asked for: scores and weights. */
    public final List<ImagePlus> maps() {
        return scoreMap == null ? List.of() : List.of(scoreMap, weightMap);
    }

    /** Maps by other metrics, if they were asked for. */
    public final List<ImagePlus> metricMaps() {
        return metricMaps == null ? List.of() : metricMaps;
    }
}
