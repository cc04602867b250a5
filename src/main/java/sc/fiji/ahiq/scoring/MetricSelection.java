/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.inference.AhiqMetric;
import sc.fiji.ahiq.network.learned.LearnedMetric;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.model.OfficialModels;
import sc.fiji.ahiq.network.script.ScriptMetric;
import sc.fiji.ahiq.network.script.ScriptSettings;
import sc.fiji.ahiq.scoring.results.Columns;

/**
 * Which metrics score a pair, by their names: {@code ahiq}, the network, by the model that the options of the run name;
 * {@code ahiq:MODEL}, by a model of that name or folder; classical ones; and learned ones, by the name of a model whose
 * card tells the metric. Models are opened only where a metric needs them.
 * Immutable.
 *
 * <p>All metrics look at the same region of the same two images, whose pixel values are mapped by the same
 * {@link sc.fiji.ahiq.image.RangeRule}: to [0, 1] for AHIQ, to samples in 0..255 for all others, so that 8-bit images
 * keep their values. 16-bit and float pixels become fractions between them, such as 127.5; nothing is rounded. Grey
 * images have one plane, RGB images three.
 *
 * <p>{@code script:FILE} is a TorchScript file, whose {@code forward(reference, distorted)} takes two float32 tensors
 * (1, 3, height, width) and returns one number; it is loaded when the metrics are opened. Its column is called
 * {@code script_} and the name of the file. Options follow the file: {@code @range=LO:HI}, the values that it gets for
 * black and white (default 0:1, others -1:1 or 0:255); {@code @size=N}, to score the mean over the fewest crops of N x
 * N pixels that cover the image (default {@code any}: whole images); {@code @direction=lower} (default {@code higher}),
 * which is better. No commas in its path.
 *
 * <p>Each metric scores by itself: one that cannot score a pair leaves its cell empty and its message as the error of
 * the row, and the pair counts as failed, though the other cells are filled.
 */
public final class MetricSelection {

    /** AHIQ and no other. */
    public static final MetricSelection AHIQ = new MetricSelection(List.of(ahiq(AhiqMetric.NAME)), AhiqMetric.NAME);

    private static final String OF_MODEL = AhiqMetric.NAME + ":";

    private final List<Choice> choices;
    private final String text;

    /**
     * A metric that is not open yet.
     *
     * @param description what is known of it by then
     */
    private record Choice(MetricDescription description, Function<MetricOpening, Metric> opener) {

        String name() {
            return description.name();
        }
    }

    private MetricSelection(List<Choice> choices, String text) {
        this.choices = List.copyOf(choices);
        this.text = text;
    }

    /**
     * Reads a comma-separated list of names, such as {@code ahiq,psnr,fsimc}, and scripts; blanks around them do not
     * matter, nor does the case of letters, and metrics may also be called as they are published, such as
     * {@code MS-SSIM}.
     *
     * @param known metrics besides AHIQ
     * @throws UsageException for an unknown, empty or repeated name; the message lists all and tells the closest
     */
    public static MetricSelection parse(String text, Metrics known) {
        return parse(text, known, ModelStore.of(null));
    }

    /** The same with learned metrics out of these models. */
    public static MetricSelection parse(String text, Metrics known, ModelStore models) {
        List<Choice> choices = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            Choice choice = choice(name.strip(), known, models);
            if (choices.stream().anyMatch(other -> other.name().equals(choice.name()))) {
                throw new UsageException("Expected each metric once, but '" + choice.name() + "' is repeated in '"
                        + text + "'. Remove the repetition.");
            }
            choices.add(choice);
        }
        return new MetricSelection(choices, text);
    }

    private static Choice choice(String name, Metrics known, ModelStore models) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (lowerCase.equals(AhiqMetric.NAME)) {
            return ahiq(lowerCase);
        }
        if (lowerCase.startsWith(OF_MODEL)) {
            return ahiq(OF_MODEL + name.substring(OF_MODEL.length()));
        }
        if (name.startsWith(ScriptSettings.PREFIX)) {
            ScriptSettings settings = ScriptSettings.parse(name);
            return new Choice(ScriptMetric.describe(settings), opening -> opening.script(settings));
        }
        Optional<Metric> classical = known.find(name);
        if (classical.isEmpty()) {
            return learned(lowerCase, models).orElseThrow(() -> unknown(name, known, models));
        }
        Metric metric = classical.get();
        MetricDescription description = metric.description();
        if (Columns.OF_RUNS.contains(description.name()) || ScoreRow.PLANE_COLUMNS.contains(description.name())) {
            throw new UsageException("The metric " + description.name()
                    + " cannot be used, for score tables have another column '" + description.name()
                    + "'. Rename the metric.");
        }
        return new Choice(description, opening -> metric);
    }

    private static Optional<Choice> learned(String name, ModelStore models) {
        return Optional.ofNullable(models.metrics().get(name)).map(folder -> {
            MetricDesign design = (MetricDesign) ModelFolder.readCard(folder).design();
            return new Choice(LearnedMetric.describe(name, design), opening -> opening.learned(name, design, folder));
        });
    }

    /** Of a model that is given by its folder, the name of the folder is part of the name. */
    private static Choice ahiq(String text) {
        if (text.equals(AhiqMetric.NAME)) {
            return new Choice(
                    AhiqMetric.describe(text, 1),
                    opening -> opening.ahiq(text, opening.options().model()));
        }
        String model = text.substring(OF_MODEL.length());
        if (model.isBlank()) {
            throw new UsageException("Expected " + OF_MODEL + "MODEL, the name or folder of a model, but found '" + text
                    + "'. 'ahiq models list' tells which there are.");
        }
        String name = OF_MODEL + String.valueOf(Path.of(model).getFileName()).replaceAll("[^\\w.-]", "_");
        return new Choice(AhiqMetric.describe(name, 1), opening -> opening.ahiq(name, model));
    }

    private static UsageException unknown(String name, Metrics known, ModelStore models) {
        List<String> names = Stream.concat(
                        Stream.of(AhiqMetric.NAME),
                        Stream.concat(
                                known.all().stream()
                                        .map(metric -> metric.description().name()),
                                models.metrics().keySet().stream()))
                .toList();
        String closest = Spelling.closest(name, names)
                .map(match -> ", did you mean '" + match + "'?")
                .orElse(":");
        String how = OfficialModels.howToGet(name).map(way -> way + ".").orElse(closest);
        return new UsageException("Unknown metric '" + name + "'" + how
                + " Expected names, separated by commas, out of " + String.join(", ", names)
                + ", ahiq:MODEL or script:FILE.");
    }

    /** What there is to know of each, in the order they were given. */
    public List<MetricDescription> descriptions() {
        return choices.stream().map(Choice::description).toList();
    }

    /** The names of all, in the order they were given. */
    public List<String> names() {
        return choices.stream().map(Choice::name).toList();
    }

    /** Whether any tells how much places of an image count, which overlays and pictures show. */
    public boolean hasWeights() {
        return choices.stream().anyMatch(choice -> choice.description().hasWeights());
    }

    /** Whether any compares with a reference. */
    public boolean needsReference() {
        return choices.stream().anyMatch(choice -> choice.description().needsReference());
    }

    /** All, ready to score. */
    List<Metric> open(MetricOpening opening) {
        return choices.stream().map(choice -> choice.opener().apply(opening)).toList();
    }

    /** The same text for processes in other folders: with whole paths of scripts and of folders of models. */
    String absolute() {
        return Stream.of(text.split(","))
                .map(String::strip)
                .map(MetricSelection::absolute)
                .collect(Collectors.joining(","));
    }

    private static String absolute(String name) {
        if (name.startsWith(ScriptSettings.PREFIX)) {
            return ScriptSettings.PREFIX
                    + Path.of(name.substring(ScriptSettings.PREFIX.length())).toAbsolutePath();
        }
        if (name.toLowerCase(Locale.ROOT).startsWith(OF_MODEL)) {
            Path model = Path.of(name.substring(OF_MODEL.length()));
            return Files.isDirectory(model) ? OF_MODEL + model.toAbsolutePath() : name;
        }
        return name;
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return text;
    }
}
