/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Function;

/** A module in this process. */
final class LocalModule implements RunningModule {

    private final TorchModule module;

    LocalModule(TorchModule module) {
        this.module = module;
    }

    @Override
    public Features encode(String method, Pixels image, List<FeatureWindow> core) throws OutOfNativeMemoryException {
        NDManager results = module.newManager();
        try (NDManager inputs = module.newManager()) {
            NDList pixels = new NDList(create(inputs, image));
            Features whole = new Features(inputs, module.call(inputs, method, pixels));
            return new Features(results, core.isEmpty() ? kept(whole, results) : trimmed(whole, core, results));
        } catch (OutOfNativeMemoryException | RuntimeException e) {
            results.close();
            throw e;
        }
    }

    private static NDList kept(Features whole, NDManager results) {
        whole.tensors().attach(results);
        return whole.tensors();
    }

    private NDList trimmed(Features whole, List<FeatureWindow> core, NDManager results)
            throws OutOfNativeMemoryException {
        return guarded(m -> whole.trimmed(core, m), results);
    }

    @Override
    public List<FeatureOutput> compare(String method, Pixels image, SiameseNetwork.Encoded reference)
            throws OutOfNativeMemoryException {
        try (NDManager manager = module.newManager()) {
            NDList arguments = new NDList(create(manager, image));
            arguments.addAll(((Features) reference).tensors());
            return outputs(module.call(manager, method, arguments));
        }
    }

    @Override
    public List<FeatureOutput> compare(
            String method, SiameseNetwork.Encoded reference, SiameseNetwork.Encoded distorted)
            throws OutOfNativeMemoryException {
        try (NDManager manager = module.newManager()) {
            return outputs(module.callWithLists(
                    manager, method, ((Features) reference).tensors(), ((Features) distorted).tensors()));
        }
    }

    private NDArray create(NDManager manager, Pixels pixels) throws OutOfNativeMemoryException {
        return guarded(
                m -> m.create(
                        pixels.values(), new Shape(pixels.count(), Pixels.CHANNELS, pixels.height(), pixels.width())),
                manager);
    }

    private <T> T guarded(Function<NDManager, T> work, NDManager manager) throws OutOfNativeMemoryException {
        try {
            return work.apply(manager);
        } catch (ai.djl.engine.EngineException e) {
            throw module.translate("copying of pixels", e);
        }
    }

    private static List<FeatureOutput> outputs(NDList tensors) {
        return tensors.stream()
                .map(tensor -> new FeatureOutput(
                        tensor.toFloatArray(), tensor.getShape().getShape()))
                .toList();
    }

    @Override
    public void close() {
        module.close();
    }
}
