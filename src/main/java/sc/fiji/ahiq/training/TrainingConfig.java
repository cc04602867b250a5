/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.network.design.NetworkDesign;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.tensor.DType;

/**
 * What is trained on what, and how. As YAML, with the defaults of what may be left out:
 *
 * <pre>{@code
 * name: mine                      # of the model
 * output: trained                 # folder for model, checkpoint and log; relative to this file, as all paths
 * start:
 *   model: ahiq-vit-b8-pipal      # name or folder; or else 'architecture:' with the entries of a model card, from
 *   scratch, of
 *                                 # kind 'differences' with 'backbone: FILE', that of EfficientNet-Lite0
 * train:
 *   manifest: pairs.csv           # reference,distorted,mos; several as a list: [{manifest: a.csv}, {manifest: b.csv,
 *   times: 3}]
 * validation:
 *   fraction: 0.2                 # of the references of 'train', or 'manifest: FILE'; 0 for none
 * test_fraction: 0                # references of 'train' to leave alone
 * freeze: []                      # of vit, cnn, fusion, regressor
 * loss: {mse: 1, ranking: 0, reference_ranking: 0, plcc: 0, patch: 0, margin: 1, least_margin: 0, smooth_l1: 0}
 * optimizer: {rate: 1e-4, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weight_decay: 1e-5, max_gradient_norm: 0}
 * schedule: {warmup_steps: 0, cosine_steps: all}
 * batch: 4                        # distorted images
 * pairs_per_reference: 1          # of them that share a reference and its crop, which is encoded once
 * group_by: reference             # or distortion: those of a reference are of one type, its levels and the reference
 * itself epochs: 200                     # or 'steps:'
 * validate_steps: EPOCH           # how often
 * augmentation: horizontal        # none, horizontal, flips, symmetries
 * cutmix: 0                       # share of the distorted crops that get a part of another one of the same reference
 * range: auto                     # pixel values that count as black and white
 * weights: float32                # of the result, or half
 * seed: 1
 * differences: {cells: 12, dropout: 0.3, average: 0.995}   # of a network that sees differences alone
 * device: auto
 * threads: N                      # of the engine
 * loader_threads: 1
 * cache_mb: N                     # of decoded images; default: a quarter of Java's heap
 * checkpoint_minutes: 5
 * card: {description: "", training: "", licence: not stated, citation: "", version: "1"}
 * }</pre>
 *
 * @param text canonical text of everything that decides about the result
 */
public record TrainingConfig(
        CardTexts card,
        Path output,
        Start start,
        List<PairFiles> train,
        Optional<PairFiles> validation,
        double validationFraction,
        double testFraction,
        Set<NetworkPart> frozen,
        LossWeights loss,
        AdamSettings optimizer,
        Schedule schedule,
        int batch,
        int pairsPerReference,
        Grouping grouping,
        Augmentation augmentation,
        CutMix cutMix,
        RangeRule range,
        DType weights,
        DifferenceSettings differences,
        long seed,
        Machine machine,
        String text) {

    /**
     * Weights to start from: one of both.
     *
     * @param model name or folder
     * @param architecture to start from scratch
     * @param backbone file of the frozen layers of a network that sees differences, with its architecture
     */
    public record Start(Optional<String> model, Optional<NetworkDesign> architecture, Optional<Path> backbone) {}

    /**
     * What the model card will say.
     *
     * @param training on what; empty for what the program knows
     */
    public record CardTexts(
            String name, String version, String description, String training, String licence, String citation) {

        private CardTexts named(String other) {
            return new CardTexts(other, version, description, training, licence, citation);
        }
    }

    /**
     * When the learning rate changes and the training ends. One of epochs and steps is given.
     *
     * @param cosineSteps from peak to zero; empty for all that remain after the warm-up
     * @param validateSteps steps between validations; empty for an epoch
     */
    public record Schedule(
            OptionalInt epochs,
            OptionalLong steps,
            int warmupSteps,
            OptionalLong cosineSteps,
            OptionalLong validateSteps) {

        long steps(int stepsPerEpoch) {
            return steps.orElseGet(() -> (long) epochs.getAsInt() * stepsPerEpoch);
        }
    }

    /**
     * What may change from one run of a training to the next.
     *
     * @param threads of the engine; empty for its own choice
     * @param loaderThreads that decode and crop images
     * @param cacheBytes for decoded images
     * @param checkpointMinutes between checkpoints
     */
    public record Machine(
            DeviceChoice device, OptionalInt threads, int loaderThreads, long cacheBytes, double checkpointMinutes) {}

    /**
     * Reads a file.
     *
     * @throws UsageException if it cannot be read, or an entry is missing, unknown or out of range
     */
    public static TrainingConfig read(Path file) {
        return read(entries(file), file.toAbsolutePath().getParent());
    }

    /**
     * Reads all entries that were not read yet.
     *
     * @param base that relative paths start from
     * @throws UsageException if one is missing, unknown or out of range
     */
    public static TrainingConfig read(YamlMap entries, Path base) {
        return TrainingConfigReader.read(entries, base);
    }

    /** @throws UsageException if the file cannot be read, or is no YAML file */
    public static YamlMap entries(Path file) {
        try {
            return YamlMap.parse(file.toString(), Files.readString(file), UsageException::new);
        } catch (CharacterCodingException e) {
            throw new UsageException("Expected a configuration in UTF-8, but " + file + " is in another encoding.", e);
        } catch (IOException e) {
            throw new UsageException("Cannot read the configuration " + file + ": " + IoReason.of(e), e);
        }
    }

    /**
     * The same training of another network, from scratch, with a name and a folder of its own below those of this one.
     */
    public TrainingConfig of(String network, Architecture architecture) {
        return new TrainingConfig(
                card.named(card.name + "-" + network),
                output.resolve(network),
                new Start(Optional.empty(), Optional.of(architecture), Optional.empty()),
                train,
                validation,
                validationFraction,
                testFraction,
                frozen,
                loss,
                optimizer,
                schedule,
                batch,
                pairsPerReference,
                grouping,
                augmentation,
                cutMix,
                range,
                weights,
                differences,
                seed,
                machine,
                text + YamlMap.print(architecture.toYaml()));
    }
}
