/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.network.inference.OutOfNativeMemoryException;
import sc.fiji.ahiq.network.inference.TorchDevice;
import sc.fiji.ahiq.network.inference.TorchNetwork;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * Statistics of batch norms, which are constants of the network: for weights that start from scratch, those that the
 * first batches of the training have, layer by layer. They stay as they are from then on.
 */
final class BatchStatistics {

    private static final String MEAN = ".running_mean";
    private static final String VARIANCE = ".running_var";

    private BatchStatistics() {}

    /**
     * The same weights with the statistics of some images.
     *
     * @param crops normalised images
     * @param count how many they are
     */
    static WeightSet measured(WeightSet weights, TorchDevice device, float[] crops, int count)
            throws OutOfNativeMemoryException {
        Map<String, Tensor> tensors = new LinkedHashMap<>(weights.tensors());
        List<String> norms = tensors.keySet().stream()
                .filter(name -> name.endsWith(MEAN))
                .map(name -> name.substring(0, name.length() - MEAN.length()))
                .toList();
        try (TorchNetwork network = TorchNetwork.loadTrainable(weights, device);
                NDManager manager = network.newManager()) {
            NDList statistics = network.call("batch_statistics", network.images(manager, crops, count));
            for (int i = 0; i < norms.size(); i++) {
                NDArray meanAndVariance = statistics.get(i);
                float[] values = meanAndVariance.toFloatArray();
                int channels = values.length / 2;
                tensors.put(norms.get(i) + MEAN, Tensor.of(Arrays.copyOf(values, channels), channels));
                tensors.put(
                        norms.get(i) + VARIANCE,
                        Tensor.of(Arrays.copyOfRange(values, channels, values.length), channels));
            }
        }
        return new WeightSet(weights.card(), tensors);
    }
}
