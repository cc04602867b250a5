/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.network.inference.OutOfNativeMemoryException;

/** Correlations of the labels of some pairs with their scores, the means over five crops as published. */
final class Validation {

    private final Map<Path, List<LabelledPair>> byReference = new LinkedHashMap<>();
    private final CropReader crops;

    Validation(List<LabelledPair> pairs, CropReader crops) {
        pairs.forEach(pair -> byReference
                .computeIfAbsent(pair.reference(), r -> new ArrayList<>())
                .add(pair));
        this.crops = crops;
    }

    boolean isEmpty() {
        return byReference.isEmpty();
    }

    /**
     * Scores all pairs.
     *
     * @param ask whether to go on, before each pair; throws if not
     * @throws EngineException if the engine fails or a score is not finite
     */
    ValidationAgreement agreement(TrainableNetwork network, Runnable ask) {
        List<Double> scores = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (List<LabelledPair> pairs : byReference.values()) {
            try (NDManager manager = network.manager().newSubManager()) {
                scoreReference(network, manager, pairs, scores, ask);
            } catch (OutOfNativeMemoryException e) {
                throw new EngineException("Five crops for the validation do not fit into memory: " + e.getMessage(), e);
            }
            pairs.forEach(pair -> labels.add((double) pair.label()));
        }
        return ValidationAgreement.of(toArray(scores), toArray(labels));
    }

    private void scoreReference(
            TrainableNetwork network, NDManager manager, List<LabelledPair> pairs, List<Double> scores, Runnable ask)
            throws OutOfNativeMemoryException {
        NDList reference = null;
        for (LabelledPair labelled : pairs) {
            ask.run();
            CropReader.Pair pair = crops.pair(labelled.reference(), labelled.distorted());
            List<Crop> places = CropPlan.five().crops(pair.width(), pair.height(), crops.size());
            if (reference == null) {
                reference = network.encode(manager, read(pair.reference(), places), places.size());
            }
            double sum = 0;
            for (float score : network.scores(reference, read(pair.distorted(), places), places.size())) {
                sum += score;
            }
            if (!Double.isFinite(sum)) {
                throw new EngineException("A score in the validation is " + sum + ". " + Training.DIVERGED);
            }
            scores.add(sum / places.size());
        }
    }

    private float[] read(ScaledPlane image, List<Crop> places) {
        float[] pixels = new float[places.size() * crops.cropFloats()];
        for (int i = 0; i < places.size(); i++) {
            crops.read(image, places.get(i), pixels, i * crops.cropFloats());
        }
        return pixels;
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
