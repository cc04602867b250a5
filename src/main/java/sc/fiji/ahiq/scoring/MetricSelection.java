/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.FullReferenceMetric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.inference.InferenceOptions;

/**
 * Which metrics score a pair: AHIQ, the network, called {@code ahiq}, and others by their names. A network is needed only where
 * {@code ahiq} is among them. Immutable.
 *
 * <p>All metrics look at the same region of the same two images, whose pixel values are mapped by the same
 * {@link sc.fiji.ahiq.image.RangeRule}: to [0, 1] for AHIQ, to samples in 0..255 for all others, so that 8-bit images keep their
 * values. 16-bit and float pixels become fractions between them, such as 127.5; nothing is rounded. Grey images have one plane,
 * RGB images three.
 *
 * <p>{@code script:FILE} is a TorchScript file, whose {@code forward(reference, distorted)} takes two float32 tensors
 * (1, 3, height, width) and returns one number; it is loaded when the metrics are opened. Its column is called
 * {@code script_} and the name of the file. Options follow the file: {@code @range=LO:HI}, the values that it gets for black and
 * white (default 0:1, others -1:1 or 0:255); {@code @size=N}, to score the mean over the fewest crops of N x N pixels that cover the image
 * (default {@code any}: whole images); {@code @direction=lower} (default {@code higher}), which is better. No commas in its path.
 *
 * <p>Each metric scores by itself: one that cannot score a pair leaves its cell empty and its message as the error of the row,
 * and the pair counts as failed, though the other cells are filled.
 */
public final class MetricSelection {

    /** The name of AHIQ among metrics. */
    public static final String AHIQ = AhiqMetric.NAME;

    /** AHIQ and no other; which model, and so which sizes, is not said yet. */
    public static final MetricSelection AHIQ_ALONE =
            new MetricSelection(List.of(new Choice(AhiqMetric.describe(1), Optional.empty(), null)), AHIQ, false);

    private final List<Choice> choices;
    private final String text;
    private final boolean keepsMaps;

    /** A metric, and how it is opened unless it is AHIQ. */
    private record Choice(MetricDescription description, Optional<Script> script, Opener opener) {

        String name() {
            return description.name();
        }

        boolean isAhiq() {
            return opener == null;
        }
    }

    /**
     * What decides about the scores of a TorchScript metric, besides its code.
     *
     * @param options as text, those that were left out with their defaults
     */
    public record Script(Path file, String options) {}

    @FunctionalInterface
    private interface Opener {
        FullReferenceMetric open(InferenceOptions options);
    }

    private MetricSelection(List<Choice> choices, String text, boolean keepsMaps) {
        this.choices = List.copyOf(choices);
        this.text = text;
        this.keepsMaps = keepsMaps;
    }

    /**
     * Reads a comma-separated list of names, such as {@code ahiq,psnr,fsimc}, and scripts; blanks around them do not matter.
     *
     * @param known metrics besides AHIQ
     * @throws UsageException for an unknown, empty or repeated name; the message lists all and tells the closest
     */
    public static MetricSelection parse(String text, Metrics known) {
        List<Choice> choices = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            Choice choice = choice(name.strip(), known);
            if (choices.stream().anyMatch(other -> other.name().equals(choice.name()))) {
                throw new UsageException("Expected each metric once, but '" + choice.name() + "' is repeated in '"
                        + text + "'. Remove the repetition.");
            }
            choices.add(choice);
        }
        return new MetricSelection(choices, text, false);
    }

    private static Choice choice(String name, Metrics known) {
        if (name.equals(AHIQ)) {
            return AHIQ_ALONE.choices.get(0);
        }
        if (name.startsWith(ScriptSettings.PREFIX)) {
            ScriptSettings settings = ScriptSettings.parse(name);
            return new Choice(
                    ScriptMetric.describe(settings),
                    Optional.of(new Script(settings.file(), settings.options())),
                    options -> ScriptMetric.open(settings, options));
        }
        FullReferenceMetric metric = known.find(name).orElseThrow(() -> unknown(name, known));
        if (ScoreRow.COLUMNS.contains(name) || ScoreRow.PLANE_COLUMNS.contains(name)) {
            throw new UsageException("The metric " + name + " cannot be used, for score tables have another column '"
                    + name + "'. Rename the metric.");
        }
        return new Choice(metric.description(), Optional.empty(), options -> metric);
    }

    private static UsageException unknown(String name, Metrics known) {
        List<String> names = Stream.concat(Stream.of(AHIQ), known.all().stream().map(metric -> metric.description()
                        .name()))
                .toList();
        String closest = Spelling.closest(name, names)
                .map(match -> ", did you mean '" + match + "'?")
                .orElse(":");
        return new UsageException("Unknown metric '" + name + "'" + closest
                + " Expected names, separated by commas, out of " + String.join(", ", names) + ", or script:FILE.");
    }

    /** The same metrics, whose quality maps are kept with their scores. */
    public MetricSelection withMaps() {
        return new MetricSelection(choices, text, true);
    }

    /** Whether quality maps are kept with the scores; those of AHIQ always are. */
    public boolean keepsMaps() {
        return keepsMaps;
    }

    public boolean includesAhiq() {
        return choices.stream().anyMatch(Choice::isAhiq);
    }

    /** What there is to know of each, in the order they were given. */
    public List<MetricDescription> descriptions() {
        return choices.stream().map(Choice::description).toList();
    }

    /** The names of all, in the order they were given. */
    public List<String> names() {
        return choices.stream().map(Choice::name).toList();
    }

    /** The names of all but AHIQ: the columns that they have in {@link ScoreRow}s. */
    public List<String> columns() {
        return choices.stream()
                .filter(choice -> !choice.isAhiq())
                .map(Choice::name)
                .toList();
    }

    /** The TorchScript metrics among them. */
    public List<Script> scripts() {
        return choices.stream().flatMap(choice -> choice.script().stream()).toList();
    }

    /** All but AHIQ, ready to score; scripts among them are to be closed. */
    List<FullReferenceMetric> open(InferenceOptions options) {
        List<FullReferenceMetric> opened = new ArrayList<>();
        try {
            choices.stream()
                    .filter(choice -> !choice.isAhiq())
                    .forEach(choice -> opened.add(choice.opener().open(options)));
        } catch (RuntimeException e) {
            close(opened);
            throw e;
        }
        return opened;
    }

    static void close(List<FullReferenceMetric> opened) {
        for (FullReferenceMetric metric : opened) {
            if (metric instanceof ScriptMetric script) {
                script.close();
            }
        }
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return text;
    }
}
