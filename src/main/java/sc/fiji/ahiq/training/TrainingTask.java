/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.inference.OutOfNativeMemoryException;
import sc.fiji.ahiq.network.inference.TorchDevice;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.model.Normalization;
import sc.fiji.ahiq.study.dataset.ReferenceSplit;

/**
 * What a configuration means for the files that it names: pairs, their parts and labels, the batches, the number of
 * steps.
 */
final class TrainingTask {

    /** Images that the statistics of batch norms are measured on. */
    private static final int STATISTICS_CROPS = 64;

    private final TrainingConfig config;
    private final ModelCard startCard;
    private final ModelStore store;
    private final TrainingPairs pairs;
    private final LabelScale scale;
    private final CropReader crops;
    private final StepPlan plan;
    private final Validation validation;

    private TrainingTask(
            TrainingConfig config, ModelCard startCard, ModelStore store, TrainingPairs pairs, LabelScale scale) {
        this.config = config;
        this.startCard = startCard;
        this.store = store;
        this.pairs = pairs;
        this.scale = scale;
        this.crops = new CropReader(
                new ImageCache(config.machine().cacheBytes()),
                config.range(),
                startCard.normalization(),
                startCard.architecture().crop(),
                startCard.architecture().grid());
        this.plan = new StepPlan(
                TrainingPairs.labelled(pairs.shown(), scale),
                config.grouping(),
                config.batch() / config.pairsPerReference(),
                config.pairsPerReference(),
                config.seed());
        this.validation = new Validation(TrainingPairs.labelled(pairs.split().validation(), scale), crops);
    }

    /** Reads labels and cards, not images and weights. */
    static TrainingTask of(TrainingConfig config, ModelStore store, Progress progress) {
        TrainingPairs pairs = TrainingPairs.of(config, progress);
        ModelCard card = config.start()
                .model()
                .map(name -> ModelFolder.readCard(store.find(name)))
                .orElseGet(() -> fromScratch(config));
        requireSomethingToTrain(config.frozen(), card.architecture());
        return new TrainingTask(config, card, store, pairs, LabelScale.of(pairs.all()));
    }

    private static void requireSomethingToTrain(Set<NetworkPart> frozen, Architecture architecture) {
        List<NetworkPart> parts = NetworkPart.of(architecture);
        if (frozen.containsAll(parts)) {
            throw new UsageException(
                    "Expected a part of the network that is left to train, but freeze names all that it" + " has: "
                            + parts.stream().map(NetworkPart::toString).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static ModelCard fromScratch(TrainingConfig config) {
        return new ModelCard(
                config.card().name(),
                config.card().version(),
                config.card().description(),
                config.start().architecture().orElseThrow(),
                Normalization.PUBLISHED,
                "no meaning",
                "nothing",
                config.card().licence(),
                config.card().citation(),
                "made by 'ahiq train' with seed " + config.seed());
    }

    ReferenceSplit split() {
        return pairs.split();
    }

    Validation validation() {
        return validation;
    }

    long steps() {
        return config.schedule().steps(plan.stepsPerEpoch());
    }

    /** @param finishedSteps at least 1 */
    long epoch(long finishedSteps) {
        return (finishedSteps - 1) / plan.stepsPerEpoch() + 1;
    }

    long validateSteps() {
        return config.schedule().validateSteps().orElse(plan.stepsPerEpoch());
    }

    LearningRate learningRate() {
        int warmup = config.schedule().warmupSteps();
        long cosine = config.schedule().cosineSteps().orElse(Math.max(1, steps() - warmup));
        return new LearningRate(config.optimizer().rate(), warmup, cosine);
    }

    BatchLoader loader(long firstStep) {
        return new BatchLoader(
                step -> crops.batch(plan, config.augmentation(), config.cutMix(), step),
                firstStep,
                steps(),
                config.machine().loaderThreads());
    }

    /** Hash of configuration and pairs with their labels. */
    String hash() {
        return pairs.hash(config.text(), scale);
    }

    /** Those of the model to start from; from scratch, with batch statistics of the first batches. */
    WeightSet initialWeights(TorchDevice device) {
        if (config.start().model().isPresent()) {
            try (ModelFolder model =
                    ModelFolder.open(store.find(config.start().model().orElseThrow()))) {
                return TrainingCheckpoint.copy(model);
            }
        }
        Architecture architecture = startCard.architecture();
        WeightSet drawn = new WeightSet(startCard, InitialWeights.of(architecture, config.seed()));
        try {
            return BatchStatistics.measured(drawn, device, statisticsCrops(), STATISTICS_CROPS);
        } catch (OutOfNativeMemoryException e) {
            throw new EngineException(
                    STATISTICS_CROPS + " crops for the batch statistics do not fit into memory: " + e.getMessage(), e);
        }
    }

    /** Distorted crops of the first batches. */
    private float[] statisticsCrops() {
        float[] images = new float[STATISTICS_CROPS * crops.cropFloats()];
        int filled = 0;
        for (long step = 0; filled < images.length; step++) {
            float[] distorted = crops.batch(plan, config.augmentation(), config.cutMix(), step)
                    .distortedCrops();
            int count = Math.min(distorted.length, images.length - filled);
            System.arraycopy(distorted, 0, images, filled, count);
            filled += count;
        }
        return images;
    }

    /** The card of the result. */
    ModelCard card(TrainingState state) {
        String agreement = validation.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " On %d validation pairs: SROCC %.4f, PLCC %.4f.",
                        split().validation().size(),
                        state.best().srocc(),
                        state.best().plcc());
        String from = config.start()
                .model()
                .map(m -> "the weights of " + startCard.name())
                .orElse("scratch");
        return new ModelCard(
                config.card().name(),
                config.card().version(),
                config.card().description(),
                startCard.architecture(),
                startCard.normalization(),
                "about 0 (worst) to 1 (best); " + scale.describe(),
                config.card().training().isEmpty()
                        ? pairs.learnedFrom(config) + "." + agreement
                        : config.card().training(),
                config.card().licence(),
                config.card().citation(),
                "made by 'ahiq train' from " + from + ", seed " + config.seed() + ", after " + state.step() + " of "
                        + steps() + " steps with " + config.batch() + " pairs." + agreement);
    }

    /** A sentence about the size of the task. */
    String describe() {
        return "Training on " + pairs.learnedFrom(config) + ", "
                + split().validation().size() + " for validation, "
                + split().test().size() + " left alone: " + steps() + " steps of " + config.batch() + " pairs, "
                + plan.stepsPerEpoch() + " steps to an epoch.";
    }
}
