/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import ai.djl.Model;
import ai.djl.ModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/**
 * The TorchScript network on a device. Every method of the network source can be called by its name. Holds the weights in
 * native memory until closed. Thread safe.
 */
public final class TorchNetwork implements SiameseNetwork {

    /** How PyTorch's allocators for CPU, CUDA and Windows word it. */
    private static final List<String> OUT_OF_MEMORY =
            List.of("out of memory", "can't allocate memory", "not enough memory");

    private final Model model;
    private final PtSymbolBlock block;
    private final int crop;
    private final boolean gpu;

    private TorchNetwork(Model model, int crop, boolean gpu) {
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
        this.crop = crop;
        this.gpu = gpu;
    }

    static TorchNetwork load(AhiqModel weights, TorchDevice device, Precision precision) {
        ScriptArchive archive = precision == Precision.MIXED ? weights.halfPrecisionArchive() : weights.archive();
        return load(archive, weights, device, false);
    }

    /**
     * Loads a network in 32-bit floating point whose parameters can be trained.
     *
     * @throws EngineException if it cannot be assembled in a temporary file, or the engine refuses it
     */
    public static TorchNetwork loadTrainable(AhiqModel weights, TorchDevice device) {
        return load(weights.archive(), weights, device, true);
    }

    static TorchNetwork load(ScriptArchive archive, AhiqModel weights, TorchDevice device, boolean trainable) {
        // Assembled in a temporary file, which is deleted once it is loaded.
        Model model = Model.newInstance("ahiq", device.device(), "PyTorch");
        try {
            Path file = Files.createTempFile("ahiq", ".pt");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    archive.write(out);
                }
                model.load(file, null, Map.of("mapLocation", "true", "trainParam", Boolean.toString(trainable)));
            } finally {
                Files.delete(file);
            }
            return new TorchNetwork(model, weights.card().architecture().crop(), device.isGpu());
        } catch (IOException | ModelException | ai.djl.engine.EngineException e) {
            model.close();
            throw new EngineException(
                    "The network could not be loaded on " + device + ": " + e.getMessage() + ". It is assembled in "
                            + System.getProperty("java.io.tmpdir")
                            + ", which needs as much free space as the weights (-Djava.io.tmpdir=... moves it).",
                    e);
        }
    }

    /** Height and width of a crop. */
    int crop() {
        return crop;
    }

    /** For arrays on the device, which live until it is closed, or the network. */
    public NDManager newManager() {
        return model.getNDManager().newSubManager();
    }

    /** The module, for what cannot be done by {@link #call}. */
    public PtSymbolBlock block() {
        return block;
    }

    /** Crops as a tensor (count, 3, crop, crop). */
    public NDArray images(NDManager manager, float[] crops, int count) throws OutOfNativeMemoryException {
        try {
            return manager.create(crops, new Shape(count, 3, crop, crop));
        } catch (ai.djl.engine.EngineException e) {
            throw translate("copying of crops", e);
        }
    }

    /** Calls a method of the network, without gradients; the results belong to the manager of the first argument. */
    public NDList call(String method, NDArray... arguments) throws OutOfNativeMemoryException {
        JniUtils.setGraphExecutorOptimize(false);
        IValue[] values =
                Arrays.stream(arguments).map(a -> IValue.from((PtNDArray) a)).toArray(IValue[]::new);
        try (IValue result = IValueUtils.runMethod(block, method, values)) {
            return result.toNDList((PtNDManager) arguments[0].getManager());
        } catch (ai.djl.engine.EngineException e) {
            throw translate(method, e);
        } finally {
            Arrays.stream(values).forEach(IValue::close);
        }
    }

    /** What to throw for a failure of the engine in a stage. */
    public EngineException translate(String method, ai.djl.engine.EngineException e) throws OutOfNativeMemoryException {
        String message = String.valueOf(e.getMessage());
        if (isOutOfMemory(message)) {
            if (gpu) {
                JniUtils.emptyCudaCache();
            }
            throw new OutOfNativeMemoryException(e);
        }
        return new EngineException("The network failed in '" + method + "': " + message, e);
    }

    static boolean isOutOfMemory(String message) {
        return OUT_OF_MEMORY.stream().anyMatch(message::contains);
    }

    @Override
    public Encoded encode(float[] crops, int count) throws OutOfNativeMemoryException {
        NDManager results = newManager();
        try (NDManager inputs = newManager()) {
            NDList features = call("encode", images(inputs, crops, count));
            features.attach(results);
            return new TorchEncoded(results, features);
        } catch (OutOfNativeMemoryException | RuntimeException e) {
            results.close();
            throw e;
        }
    }

    @Override
    public List<CropOutput> compare(float[] crops, int count, Encoded reference) throws OutOfNativeMemoryException {
        NDList features = ((TorchEncoded) reference).features();
        try (NDManager manager = newManager()) {
            NDList result = call("compare", images(manager, crops, count), features.get(0), features.get(1));
            return outputs(result, count);
        }
    }

    private static List<CropOutput> outputs(NDList result, int count) {
        float[] scores = result.get(0).toFloatArray();
        float[] patchScores = result.get(1).toFloatArray();
        float[] patchWeights = result.get(2).toFloatArray();
        int patches = patchScores.length / count;
        List<CropOutput> outputs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int from = i * patches;
            outputs.add(new CropOutput(
                    scores[i],
                    Arrays.copyOfRange(patchScores, from, from + patches),
                    Arrays.copyOfRange(patchWeights, from, from + patches)));
        }
        return outputs;
    }

    @Override
    public void close() {
        model.close();
    }

    private record TorchEncoded(NDManager manager, NDList features) implements Encoded {

        @Override
        public long sizeBytes() {
            return features.stream()
                    .mapToLong(f -> f.size() * f.getDataType().getNumOfBytes())
                    .sum();
        }

        @Override
        public void close() {
            manager.close();
        }
    }
}
