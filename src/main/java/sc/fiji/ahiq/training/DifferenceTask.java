/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.network.inference.TorchDevice;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.importing.LiteModel;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * What a configuration means for a network that sees differences: pairs and their differences, batches, the number of
 * steps.
 */
final class DifferenceTask {

    /** References that the variances of features are measured on, at most. */
    private static final int MEASURED = 64;

    private static final float LEAST_VARIANCE = 1e-6f;
    private static final int CHANNELS = DifferenceArchitecture.DIFFERENCES;

    private final TrainingConfig config;
    private final DifferenceArchitecture architecture;
    private final TrainingPairs pairs;
    private final LabelScale scale;
    private final List<LabelledPair> validation;
    private final List<StepPlan> plans;
    private final Map<LabelledPair, Integer> places = new LinkedHashMap<>();
    private final int trainedOn;
    private final ImageCache images;

    private DifferenceTask(
            TrainingConfig config, DifferenceArchitecture architecture, TrainingPairs pairs, LabelScale scale) {
        this.config = config;
        this.architecture = architecture;
        this.pairs = pairs;
        this.scale = scale;
        this.validation = TrainingPairs.labelled(pairs.split().validation(), scale);
        List<LabelledPair> shown = TrainingPairs.labelled(pairs.shown(), scale);
        this.plans = LongStream.range(0, architecture.judges())
                .mapToObj(judge -> new StepPlan(
                        shown,
                        config.grouping(),
                        config.batch() / config.pairsPerReference(),
                        config.pairsPerReference(),
                        config.seed() + judge))
                .toList();
        this.images = new ImageCache(config.machine().cacheBytes());
        TrainingPairs.labelled(pairs.split().training(), scale)
                .forEach(pair -> places.putIfAbsent(pair, places.size()));
        this.trainedOn = places.size();
        validation.forEach(pair -> places.putIfAbsent(pair, places.size()));
    }

    /** Reads labels, not images and weights. */
    static DifferenceTask of(TrainingConfig config, Progress progress) {
        TrainingPairs pairs = TrainingPairs.of(config, progress);
        return new DifferenceTask(
                config,
                (DifferenceArchitecture) config.start().architecture().orElseThrow(),
                pairs,
                LabelScale.asTheyAre(pairs.all()));
    }

    TrainingPairs pairs() {
        return pairs;
    }

    int judges() {
        return plans.size();
    }

    int stepsPerEpoch() {
        return plans.get(0).stepsPerEpoch();
    }

    boolean validates() {
        return !validation.isEmpty();
    }

    long steps() {
        return config.schedule().steps(stepsPerEpoch());
    }

    LearningRate learningRate() {
        int warmup = config.schedule().warmupSteps();
        long cosine = config.schedule().cosineSteps().orElse(Math.max(1, steps() - warmup));
        return new LearningRate(config.optimizer().rate(), warmup, cosine);
    }

    /** Hash of configuration and pairs with their labels. */
    String hash() {
        return pairs.hash(config.text(), scale);
    }

    /** The backbone of its file, variances of pristine features, and a judge that has learned nothing. */
    WeightSet initialWeights(TorchDevice device, Progress progress) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Path file = config.start().backbone().orElseThrow();
        ModelCard card;
        try (LiteModel lite = LiteModel.open(config.card().name(), file, architecture, true)) {
            card = lite.card();
            architecture
                    .tensorShapes()
                    .forEach((name, shape) ->
                            tensors.put(name, Tensor.of(lite.tensor(name).toFloats(), shape)));
        }
        tensors.putAll(JudgeWeights.of(architecture, config.seed()));
        WeightSet weights = new WeightSet(card, tensors);
        tensors.put("head.gain", gain(weights, device, progress));
        return weights;
    }

    private Tensor gain(WeightSet weights, TorchDevice device, Progress progress) {
        Set<Path> distinct = new LinkedHashSet<>();
        pairs.split().training().forEach(pair -> distinct.add(pair.reference()));
        List<Path> references = List.copyOf(distinct);
        int count = Math.min(MEASURED, references.size());
        double[] sums = new double[0];
        try (DifferenceEncoder encoder = encoder(weights, device)) {
            for (int i = 0; i < count; i++) {
                progress.update(i, count);
                float[] variances = encoder.variances(references.get(i * references.size() / count));
                sums = sums.length == 0 ? new double[variances.length] : sums;
                for (int c = 0; c < variances.length; c++) {
                    sums[c] += variances[c];
                }
            }
        }
        float[] means = new float[sums.length];
        for (int c = 0; c < means.length; c++) {
            means[c] = Math.max(LEAST_VARIANCE, (float) (sums[c] / count));
        }
        return Tensor.of(means, means.length);
    }

    private DifferenceEncoder encoder(WeightSet weights, TorchDevice device) {
        return new DifferenceEncoder(weights, device, images, config.range());
    }

    /** The differences of all pairs, encoded as far as they are not there yet. */
    DifferenceCache differences(WeightSet weights, TorchDevice device, Progress progress) {
        List<LabelledPair> all = List.copyOf(places.keySet());
        List<String> key = new ArrayList<>(List.of(
                config.range().toString(),
                Arrays.toString(weights.tensor("head.gain").toFloats())));
        all.forEach(pair -> {
            key.add(version(pair.reference()));
            key.add(version(pair.distorted()));
        });
        DifferenceCache cache = DifferenceCache.open(config.output(), Sha256.ofTexts(key));
        try (DifferenceEncoder encoder = encoder(weights, device)) {
            cache.fill(all.size(), i -> encoder.differences(all.get(i)), progress);
            return cache;
        } catch (RuntimeException e) {
            cache.close();
            throw e;
        }
    }

    /** A file as it is now. */
    private static String version(Path image) {
        try {
            return image + " " + Files.size(image) + " " + Files.getLastModifiedTime(image);
        } catch (IOException e) {
            return image + " is not there"; // who reads it tells why
        }
    }

    /** Means of the differences of the pairs that are trained on. */
    double[] means(DifferenceCache cache) {
        double[] sums = new double[CHANNELS];
        long cells = 0;
        int count = Math.min(trainedOn, 8 * MEASURED);
        for (int i = 0; i < count; i++) {
            float[] values = cache.read(i * trainedOn / count);
            for (int v = 0; v < values.length; v++) {
                sums[v % CHANNELS] += values[v];
            }
            cells += values.length / CHANNELS;
        }
        for (int c = 0; c < CHANNELS; c++) {
            sums[c] /= cells;
        }
        return sums;
    }

    /** A random part of each pair of a step of a judge, without a random share of the differences. */
    DifferenceBatch batch(DifferenceCache cache, long step, int judge) {
        List<LabelledPair> shown =
                plans.get(judge).groups(step).stream().flatMap(List::stream).toList();
        int side = config.differences().cells();
        int perPair = side * side * CHANNELS;
        float[] differences = new float[shown.size() * perPair];
        float[] labels = new float[shown.size()];
        for (int i = 0; i < labels.length; i++) {
            Random random = Seeds.random(config.seed() + judge, "differences", step, i);
            float[] part = part(cache, shown.get(i), side, random);
            drop(part, random);
            System.arraycopy(part, 0, differences, i * perPair, perPair);
            labels[i] = shown.get(i).label();
        }
        return new DifferenceBatch(differences, labels);
    }

    private float[] part(DifferenceCache cache, LabelledPair pair, int side, Random random) {
        int place = places.get(pair);
        int columns = cache.columns(place);
        int rows = cache.rows(place);
        if (columns < side || rows < side) {
            throw new DatasetException("Expected images of at least " + side + " cells of 16 pixels to a side, but "
                    + pair.distorted() + " has " + columns + " x " + rows
                    + ". Leave it out, or train with fewer 'cells'.");
        }
        return cache.read(place, random.nextInt(columns - side + 1), random.nextInt(rows - side + 1), side, side);
    }

    private void drop(float[] part, Random random) {
        double share = config.differences().dropout();
        float[] factors = new float[CHANNELS];
        for (int c = 0; c < CHANNELS; c++) {
            factors[c] = random.nextDouble() < share ? 0 : (float) (1 / (1 - share));
        }
        for (int v = 0; v < part.length; v++) {
            part[v] *= factors[v % CHANNELS];
        }
    }

    /** A pair of the validation, all of it. */
    DifferenceBatch validated(DifferenceCache cache, int index) {
        LabelledPair pair = validation.get(index);
        return new DifferenceBatch(cache.read(places.get(pair)), new float[] {pair.label()});
    }

    int validationPairs() {
        return validation.size();
    }

    /** The card of the result. */
    ModelCard card(WeightSet start, TrainingState state) {
        String agreement = validates()
                ? String.format(
                        Locale.ROOT,
                        " On %d validation pairs: SROCC %.4f, PLCC %.4f.",
                        validation.size(),
                        state.best().srocc(),
                        state.best().plcc())
                : "";
        return new ModelCard(
                config.card().name(),
                config.card().version(),
                config.card().description(),
                architecture,
                start.card().normalization(),
                "0 (worst) to 1 (identical)",
                config.card().training().isEmpty()
                        ? pairs.learnedFrom(config) + "." + agreement
                        : config.card().training(),
                config.card().licence(),
                config.card().citation(),
                "made by 'ahiq train' from the features of EfficientNet-Lite0, seed " + config.seed() + ", after "
                        + state.step() + " of " + steps() + " steps with " + config.batch() + " pairs." + agreement,
                start.card().sources(),
                start.card().notice());
    }

    /** A sentence about the size of the task. */
    String describe() {
        return "Training on " + pairs.learnedFrom(config) + ", " + validation.size() + " for validation: " + steps()
                + " steps of " + config.batch() + " pairs, " + stepsPerEpoch() + " steps to an epoch.";
    }
}
