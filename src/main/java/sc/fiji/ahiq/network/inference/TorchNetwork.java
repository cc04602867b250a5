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
import ai.djl.pytorch.engine.PtSymbolBlock;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.design.NetworkDesign;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/**
 * The TorchScript network on a device, for training and measurements. Every method of the network source can be called
 * by its name. Holds the weights in native memory until closed. Thread safe.
 */
public final class TorchNetwork implements AutoCloseable {

    private final TorchModule module;
    private final int crop;

    private TorchNetwork(TorchModule module, int crop) {
        this.module = module;
        this.crop = crop;
    }

    static TorchNetwork load(AhiqModel weights, TorchDevice device, Precision precision) {
        ScriptArchive archive = precision == Precision.MIXED ? weights.halfPrecisionArchive() : weights.archive();
        return load(archive, weights, device, false);
    }

    /**
     * Loads what is trained of a network, in 32-bit floating point.
     *
     * @throws EngineException if it cannot be assembled in a temporary file, or the engine refuses it
     */
    public static TorchNetwork loadTrainable(AhiqModel weights, TorchDevice device) {
        return load(weights.trainableArchive(), weights, device, true);
    }

    /**
     * Loads a network in 32-bit floating point, to call its stages.
     *
     * @throws EngineException if it cannot be assembled in a temporary file, or the engine refuses it
     */
    public static TorchNetwork load(AhiqModel weights, TorchDevice device) {
        return load(weights, device, Precision.FLOAT32);
    }

    static TorchNetwork load(ScriptArchive archive, AhiqModel weights, TorchDevice device, boolean trainable) {
        return new TorchNetwork(
                TorchModule.load(archive, device, trainable),
                crop(weights.card().design()));
    }

    private static int crop(NetworkDesign design) {
        return design instanceof Architecture hybrid ? hybrid.crop() : 0;
    }

    /** Height and width of a crop; 0 if the network takes images of any size. */
    int crop() {
        return crop;
    }

    /** For arrays on the device, which live until it is closed, or the network. */
    public NDManager newManager() {
        return module.newManager();
    }

    /** The module, for what cannot be done by {@link #call}. */
    public PtSymbolBlock block() {
        return module.block();
    }

    /** Crops as a tensor (count, 3, crop, crop). */
    public NDArray images(NDManager manager, float[] crops, int count) throws OutOfNativeMemoryException {
        return array(manager, crops, new Shape(count, 3, crop, crop));
    }

    /** Values as a tensor. */
    public NDArray array(NDManager manager, float[] values, Shape shape) throws OutOfNativeMemoryException {
        try {
            return manager.create(values, shape);
        } catch (ai.djl.engine.EngineException e) {
            throw translate("copying of pixels", e);
        }
    }

    /** Calls a method of the network, without gradients; the results belong to the manager of the first argument. */
    public NDList call(String method, NDArray... arguments) throws OutOfNativeMemoryException {
        return module.call(arguments[0].getManager(), method, new NDList(arguments));
    }

    /** What to throw for a failure of the engine in a stage. */
    public EngineException translate(String method, ai.djl.engine.EngineException e) throws OutOfNativeMemoryException {
        return module.translate(method, e);
    }

    @Override
    public void close() {
        module.close();
    }
}
