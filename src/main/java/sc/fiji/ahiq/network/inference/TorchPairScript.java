/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.ModelException;

/** A script in this process. */
final class TorchPairScript implements PairScript {

    private final Path file;
    private final Model model;
    private final PtSymbolBlock block;

    private TorchPairScript(Path file, Model model) {
        this.file = file;
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
    }

    /** @throws ModelException if the file is not there or no TorchScript file */
    static PairScript load(Path file, TorchDevice device) {
        if (!Files.isRegularFile(file)) {
            throw new ModelException("Expected a TorchScript file, but there is no file " + file + ". Check the path.");
        }
        Model model = Model.newInstance("script", device.device(), "PyTorch");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            model.load(in, Map.of("mapLocation", "true"));
            return new TorchPairScript(file, model);
        } catch (IOException | MalformedModelException | ai.djl.engine.EngineException e) {
            model.close();
            throw new ModelException(
                    "Expected a TorchScript file, as torch.jit.save writes it, but " + file + " cannot be loaded: "
                            + lastLine(e.getMessage())
                            + ". Save the metric again by torch.jit.trace and torch.jit.save.",
                    e);
        }
    }

    @Override
    public synchronized double score(float[] reference, float[] distorted, int width, int height) {
        JniUtils.setGraphExecutorOptimize(false);
        Shape shape = new Shape(1, 3, height, width);
        try (NDManager manager = model.getNDManager().newSubManager();
                IValue first = IValue.from((PtNDArray) manager.create(reference, shape));
                IValue second = IValue.from((PtNDArray) manager.create(distorted, shape));
                IValue result = IValueUtils.runMethod(block, "forward", first, second)) {
            return number(result, (PtNDManager) manager);
        } catch (ai.djl.engine.EngineException e) {
            throw failure(e, width, height);
        }
    }

    private double number(IValue result, PtNDManager manager) {
        if (!result.isTensor()) {
            throw unexpected("a value of type " + result.getType());
        }
        PtNDArray tensor = result.toTensor(manager);
        if (tensor.size() != 1) {
            throw unexpected("a tensor of shape " + tensor.getShape());
        }
        return tensor.toType(DataType.FLOAT64, false).toDoubleArray()[0];
    }

    private ModelException unexpected(String found) {
        return new ModelException("Expected a script that returns a tensor of one number, but forward of " + file
                + " returned " + found + ". Let it return the mean or the score of the pair alone.");
    }

    private RuntimeException failure(ai.djl.engine.EngineException e, int width, int height) {
        String message = String.valueOf(e.getMessage());
        if (TorchModule.isOutOfMemory(message)) {
            return tooLarge(file, width, height, e);
        }
        if (message.contains("Declaration: forward(") || message.contains("'forward' is not defined")) {
            return new ModelException(
                    "Expected a script with forward(reference, distorted), but that of " + file
                            + " does not take two images: " + lastLine(message)
                            + ". Wrap the metric in a module whose forward does.",
                    e);
        }
        return new ImageException(
                file + " cannot compare images of " + width + " x " + height + " pixels: " + lastLine(message)
                        + ". If it takes images of one size alone, let it score crops by @size=N.",
                e);
    }

    static EngineException tooLarge(Path file, int width, int height, Exception cause) {
        return new EngineException(
                "Memory does not suffice for " + file + " and images of " + width + " x " + height
                        + " pixels. Let it score crops by @size=N.",
                cause);
    }

    /** PyTorch tells the reason after the traceback. */
    private static String lastLine(String message) {
        String[] lines = String.valueOf(message).strip().split("\\R");
        return lines[lines.length - 1].strip().replaceFirst("\\.$", "");
    }

    @Override
    public void close() {
        model.close();
    }
}
