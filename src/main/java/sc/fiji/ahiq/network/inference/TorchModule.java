/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import ai.djl.Model;
import ai.djl.ModelException;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/**
 * A TorchScript module that was assembled by this program, on a device. Every method of its source can be called by its
 * name. Holds the weights in native memory until closed. Thread safe.
 */
final class TorchModule implements AutoCloseable {

    /** How PyTorch's allocators for CPU, CUDA and Windows word it. */
    private static final List<String> OUT_OF_MEMORY =
            List.of("out of memory", "can't allocate memory", "not enough memory");

    private final Model model;
    private final PtSymbolBlock block;
    private final boolean gpu;

    private TorchModule(Model model, boolean gpu) {
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
        this.gpu = gpu;
    }

    /**
     * Loads a module.
     *
     * @param trainable whether its parameters can be trained
     * @throws EngineException if it cannot be assembled in a temporary file, or the engine refuses it
     */
    static TorchModule load(ScriptArchive archive, TorchDevice device, boolean trainable) {
        try (ArchiveFile file = ArchiveFile.write(archive)) {
            return load(file.path(), device, trainable);
        }
    }

    /** The same with an archive in a file, which can be deleted afterwards. */
    static TorchModule load(Path archive, TorchDevice device, boolean trainable) {
        Model model = Model.newInstance("ahiq", device.device(), "PyTorch");
        try {
            model.load(archive, null, Map.of("mapLocation", "true", "trainParam", Boolean.toString(trainable)));
            return new TorchModule(model, device.isGpu());
        } catch (IOException | ModelException | ai.djl.engine.EngineException e) {
            model.close();
            throw new EngineException("The network could not be loaded on " + device + ": " + e.getMessage(), e);
        }
    }

    /** For arrays on the device, which live until it is closed, or the module. */
    NDManager newManager() {
        return model.getNDManager().newSubManager();
    }

    PtSymbolBlock block() {
        return block;
    }

    /** Calls a method with tensors, without gradients; the results belong to {@code manager}. */
    NDList call(NDManager manager, String method, NDList arguments) throws OutOfNativeMemoryException {
        return run(
                manager,
                method,
                arguments.stream().map(a -> IValue.from((PtNDArray) a)).toArray(IValue[]::new));
    }

    /** The same for a method that takes lists of tensors. */
    NDList callWithLists(NDManager manager, String method, NDList... arguments) throws OutOfNativeMemoryException {
        return run(
                manager,
                method,
                Arrays.stream(arguments)
                        .map(list -> IValue.listFrom(
                                list.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new)))
                        .toArray(IValue[]::new));
    }

    private NDList run(NDManager manager, String method, IValue... values) throws OutOfNativeMemoryException {
        JniUtils.setGraphExecutorOptimize(false);
        try (IValue result = IValueUtils.runMethod(block, method, values)) {
            return result.toNDList((PtNDManager) manager);
        } catch (ai.djl.engine.EngineException e) {
            throw translate(method, e);
        } finally {
            Arrays.stream(values).forEach(IValue::close);
        }
    }

    /** What to throw for a failure of the engine in a stage. */
    EngineException translate(String method, ai.djl.engine.EngineException e) throws OutOfNativeMemoryException {
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
    public void close() {
        model.close();
    }
}
