/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.design.NetworkDesign;
import sc.fiji.ahiq.network.inference.OutOfNativeMemoryException;
import sc.fiji.ahiq.network.inference.TorchDevice;
import sc.fiji.ahiq.network.inference.TorchNetwork;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.NetworkParameters;
import sc.fiji.ahiq.network.tensor.Tensor;

/** A network whose weights change. Holds native memory until closed; for one thread. */
final class TrainableNetwork implements AutoCloseable {

    private final TorchNetwork network;
    private final NetworkDesign design;
    private final NDManager manager;
    private final Map<String, PtNDArray> parameters = new LinkedHashMap<>();
    private final Map<String, PtNDArray> trained = new LinkedHashMap<>();

    private TrainableNetwork(TorchNetwork network, NetworkDesign design, Predicate<String> trains) {
        this.network = network;
        this.design = design;
        this.manager = network.newManager();
        for (NDArray array : JniUtils.moduleGetParams(network.block(), (PtNDManager) manager)) {
            PtNDArray parameter = (PtNDArray) array;
            boolean isTrained = trains.test(parameter.getName());
            parameter.setRequiresGradient(isTrained);
            parameters.put(parameter.getName(), parameter);
            if (isTrained) {
                trained.put(parameter.getName(), parameter);
            }
        }
    }

    /**
     * @param frozen parts that no gradients are computed for
     * @throws EngineException if the network cannot be loaded
     */
    static TrainableNetwork load(AhiqModel model, TorchDevice device, Set<NetworkPart> frozen) {
        return load(model, device, (String parameter) -> !NetworkPart.anyOwns(frozen, parameter));
    }

    /** @param trains whether gradients are computed for a parameter */
    static TrainableNetwork load(AhiqModel model, TorchDevice device, Predicate<String> trains) {
        return new TrainableNetwork(
                TorchNetwork.loadTrainable(model, device), model.card().design(), trains);
    }

    /** Owner of arrays that live as long as the network. */
    NDManager manager() {
        return manager;
    }

    /** Those that are trained, by their names in the network. */
    Map<String, PtNDArray> trained() {
        return trained;
    }

    /**
     * Adds the gradients of the loss of a batch to those of the parameters.
     *
     * @return the loss
     * @throws OutOfNativeMemoryException if the batch is too large
     */
    double addGradients(CropBatch batch, LossWeights loss) throws OutOfNativeMemoryException {
        JniUtils.setGraphExecutorOptimize(false);
        JniUtils.setGradMode(true);
        try (NDManager step = network.newManager()) {
            NDArray references = network.images(step, batch.referenceCrops(), batch.references());
            NDArray distorted = network.images(step, batch.distortedCrops(), batch.labels().length);
            NDList outputs = IValueUtils.forward(network.block(), new NDList(references, distorted), true);
            NDArray scores = outputs.get(0);
            float[] values = scores.toFloatArray();
            NDArray patches = outputs.get(1);
            double[] gradient = new double[batch.labels().length];
            double[] patchGradient = new double[batch.patchLabels().length];
            double value = loss.evaluate(values, batch.labels(), 1, gradient)
                    + loss.evaluateReferences(values, batch.labels(), batch.references(), gradient)
                    + loss.evaluatePatches(patches.toFloatArray(), batch.patchLabels(), patchGradient);
            // Its derivatives by scores and patch scores are those of the loss.
            NDArray linear = scores.mul(step.create(toFloats(gradient)))
                    .sum()
                    .add(patches.mul(step.create(toFloats(patchGradient), patches.getShape()))
                            .sum());
            JniUtils.backward((PtNDArray) linear, (PtNDArray) linear.onesLike(), false, false);
            return value;
        } catch (ai.djl.engine.EngineException e) {
            throw network.translate("training", e);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    /**
     * The same for a network that sees differences, of which one judge alone is trained.
     *
     * @param judge its number, from 0
     * @throws OutOfNativeMemoryException if the batch is too large
     */
    double addGradients(DifferenceBatch batch, int judge, LossWeights loss) throws OutOfNativeMemoryException {
        JniUtils.setGraphExecutorOptimize(false);
        JniUtils.setGradMode(true);
        try (NDManager step = network.newManager()) {
            NDList arguments = new NDList(array(step, batch), step.create((long) judge));
            NDArray distances =
                    IValueUtils.forward(network.block(), arguments, true).get(0);
            float[] scores = scores(distances);
            double[] gradient = new double[scores.length];
            double value = loss.evaluate(scores, batch.labels(), 1, gradient);
            for (int i = 0; i < scores.length; i++) {
                gradient[i] *= -scores[i]; // by the distance, of which the score is exp(-D)
            }
            NDArray linear = distances.mul(step.create(toFloats(gradient))).sum();
            JniUtils.backward((PtNDArray) linear, (PtNDArray) linear.onesLike(), false, false);
            return value;
        } catch (ai.djl.engine.EngineException e) {
            throw network.translate("training", e);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    /** Scores of pairs by their differences, without gradients. */
    float[] scores(DifferenceBatch batch) throws OutOfNativeMemoryException {
        try (NDManager step = network.newManager()) {
            return scores(network.call("together", array(step, batch)).get(0));
        }
    }

    private NDArray array(NDManager manager, DifferenceBatch batch) throws OutOfNativeMemoryException {
        int pairs = batch.labels().length;
        int differences = DifferenceArchitecture.DIFFERENCES;
        int cells = batch.differences().length / pairs / differences;
        return network.array(manager, batch.differences(), new Shape(pairs, cells, differences));
    }

    private static float[] scores(NDArray distances) {
        float[] scores = distances.toFloatArray();
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) Math.exp(-scores[i]);
        }
        return scores;
    }

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** Scores of distorted crops, as many as there are references, without gradients. */
    float[] scores(NDList reference, float[] distorted, int count) throws OutOfNativeMemoryException {
        try (NDManager step = network.newManager()) {
            NDArray images = network.images(step, distorted, count);
            return network.call("compare", images, reference.get(0), reference.get(1))
                    .get(0)
                    .toFloatArray();
        }
    }

    /** Features of reference crops for {@link #scores}; owned by {@code owner}. */
    NDList encode(NDManager owner, float[] references, int count) throws OutOfNativeMemoryException {
        return network.call("encode", network.images(owner, references, count));
    }

    /**
     * Copies of the parameters by the names of the weights file, those in {@code others} where the network has none.
     */
    Map<String, Tensor> weights(Map<String, Tensor> others) {
        Map<String, long[]> shapes = design.tensorShapes();
        Map<String, Tensor> weights = new LinkedHashMap<>(others);
        Map<String, List<String>> sources = NetworkParameters.sources(design);
        parameters.forEach((name, parameter) -> {
            Tensor stack = Arrays32.toTensor(parameter);
            List<String> parts = sources.get(name);
            for (int i = 0; i < parts.size(); i++) {
                weights.put(parts.get(i), Arrays32.part(stack, i, shapes.get(parts.get(i))));
            }
        });
        return weights;
    }

    @Override
    public void close() {
        manager.close();
        network.close();
    }
}
