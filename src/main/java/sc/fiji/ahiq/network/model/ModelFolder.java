/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.checkpoint.TensorInfo;
import sc.fiji.ahiq.network.design.NetworkDesign;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * An opened model folder: its card is valid, its weights are those that the card's hash tells, and every tensor that
 * the architecture needs is there in the right shape. The weights are memory-mapped. Close it when the archive has been
 * written.
 */
public final class ModelFolder implements AhiqModel, AutoCloseable {

    static final String CARD_FILE = "model.yaml";
    static final String WEIGHTS_FILE = "weights.safetensors";
    static final String WEIGHTS_HASH = "weights_sha256";
    private static final int MAX_CARD_BYTES = 1 << 16;
    private static final List<DType> WEIGHT_TYPES = List.of(DType.F32, DType.F16, DType.BF16, DType.F64);

    private final Path folder;
    private final ModelCard card;
    private final String weightsSha256;
    private final Checkpoint weights;

    private ModelFolder(Path folder, ModelCard card, String weightsSha256, Checkpoint weights) {
        this.folder = folder;
        this.card = card;
        this.weightsSha256 = weightsSha256;
        this.weights = weights;
    }

    /**
     * Opens and checks a model folder; reads the weights once for their hash.
     *
     * @throws ModelException if the folder, the card or the weights are not as they should be, or it is an ensemble
     * @throws sc.fiji.ahiq.base.error.WeightsException if the weights file is malformed
     */
    public static ModelFolder open(Path folder) {
        Card read = Card.read(folder);
        if (read.card.design() instanceof Ensemble ensemble) {
            throw new ModelException("Expected one network, but the model " + read.card.name() + " is "
                    + ensemble.words() + ". Take one of these instead.");
        }
        Path weightsFile = folder.resolve(WEIGHTS_FILE);
        Checkpoint weights = Safetensors.open(weightsFile);
        try {
            checkHash(weightsFile, read.weightsSha256);
            checkTensors(weights, read.card.design());
            return new ModelFolder(folder, read.card, read.weightsSha256, weights);
        } catch (RuntimeException e) {
            weights.close();
            throw e;
        }
    }

    private record Card(ModelCard card, String weightsSha256) {

        static Card read(Path folder) {
            YamlMap yaml = YamlMap.parse(folder.resolve(CARD_FILE).toString(), readText(folder), ModelException::new);
            ModelCard card = ModelCard.fromYaml(yaml);
            String sha256 = card.design() instanceof Ensemble ensemble
                    ? ensemble.weightsSha256()
                    : yaml.text(WEIGHTS_HASH, WeightSource.HASH_PATTERN);
            yaml.rejectUnknown();
            return new Card(card, sha256);
        }
    }

    private static String readText(Path folder) {
        Path file = folder.resolve(CARD_FILE);
        try {
            if (!Files.isRegularFile(file)) {
                throw new ModelException("No model in " + folder + ": expected a folder with " + CARD_FILE + " and "
                        + WEIGHTS_FILE + ". See 'Models' in the README for how to get one.");
            }
            if (Files.size(file) > MAX_CARD_BYTES) {
                throw new ModelException(
                        file + " has " + Files.size(file) + " bytes; a model card has at most " + MAX_CARD_BYTES + ".");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new ModelException(file + " is not text in UTF-8. Save it in that encoding.", e);
        } catch (IOException e) {
            throw new ModelException("Cannot read " + file + ": " + IoReason.of(e), e);
        }
    }

    private static void checkHash(Path weightsFile, String expected) {
        String found = hash(weightsFile);
        if (!found.equals(expected)) {
            throw new ModelException(weightsFile + " is not the file that the model card describes: its SHA-256 is "
                    + found + ", expected " + expected + ". It is damaged or was replaced: get the model again.");
        }
    }

    private static String hash(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new ModelException("Cannot read " + file + ": " + IoReason.of(e), e);
        }
    }

    private static void checkTensors(Checkpoint weights, NetworkDesign design) {
        Map<String, long[]> expected = design.tensorShapes();
        Problems problems = new Problems();
        expected.forEach((name, shape) -> {
            if (!weights.contains(name)) {
                problems.add(name + " is missing (expected shape " + Arrays.toString(shape) + ")");
                return;
            }
            TensorInfo info = weights.info(name);
            if (!Arrays.equals(info.shape(), shape) || !WEIGHT_TYPES.contains(info.dtype())) {
                problems.add(name + " is " + info + ", expected floating point of shape " + Arrays.toString(shape));
            }
        });
        weights.names().stream()
                .filter(name -> !expected.containsKey(name))
                .forEach(name -> problems.add(Printable.of(name) + " is not part of the architecture"));
        if (!problems.isEmpty()) {
            throw new ModelException(weights.source() + " does not fit the architecture in " + CARD_FILE + ": "
                    + problems
                    + ". Get or import the model again.");
        }
    }

    /**
     * Makes a model folder; a folder of that name is never changed. It is filled under another name,
     * {@code .ahiq-*.tmp} beside it, and renamed when it is complete: whenever the process ends, there is either no
     * folder of that name or a whole model.
     *
     * @param folder does not exist yet, or is empty; its parents are made
     * @throws ModelException if it holds files or cannot be written, or the model's card could not be read back
     */
    public static void write(Path folder, AhiqModel model) {
        new ModelFolderWriter(folder, model).write();
    }

    /**
     * The card of a model folder, without reading the weights.
     *
     * @throws ModelException if there is none, or it is not as it should be
     */
    public static ModelCard readCard(Path folder) {
        return Card.read(folder).card;
    }

    /**
     * What names the weights of a model in results, by its card, without reading them; of an ensemble, of all its
     * members.
     *
     * @throws ModelException if there is no card, or it is not as it should be
     */
    public static String weightsSha256(Path folder) {
        return Card.read(folder).weightsSha256;
    }

    /**
     * The text of the card of a model folder.
     *
     * @throws ModelException if there is none, or it cannot be read
     */
    public static String cardText(Path folder) {
        return readText(folder);
    }

    /** Whether there is a card, readable or not. */
    public static boolean isModel(Path folder) {
        return Files.isRegularFile(folder.resolve(CARD_FILE));
    }

    /** Whether there is a card that says so; other programs, too, have files of its name. */
    static boolean isOwn(Path folder) {
        try {
            return isModel(folder)
                    && Files.readString(folder.resolve(CARD_FILE), StandardCharsets.ISO_8859_1)
                            .lines()
                            .anyMatch(line -> line.matches("format:\\s*\\d+\\s*"));
        } catch (IOException e) {
            return false; // whoever cannot be read has no model to offer
        }
    }

    public Path folder() {
        return folder;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    /** Hash of the weights file, in hexadecimal: names the weights in results. */
    public String weightsSha256() {
        return weightsSha256;
    }

    @Override
    public Tensor tensor(String name) {
        return weights.tensor(name);
    }

    /**
     * Reads all weights; the rest was checked by {@link #open}.
     *
     * @throws ModelException if a value is not finite
     */
    public void requireFiniteWeights() {
        for (String name : weights.names()) {
            Tensor tensor = weights.tensor(name);
            int wrong = tensor.indexOfNonFinite();
            if (wrong >= 0) {
                throw new ModelException(weights.source() + ": element " + wrong + " of " + name + " is "
                        + tensor.get(wrong) + ", expected a finite number. Get or import the model again.");
            }
        }
    }

    @Override
    public void close() {
        weights.close();
    }
}
