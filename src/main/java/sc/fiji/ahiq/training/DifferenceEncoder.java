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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.inference.OutOfNativeMemoryException;
import sc.fiji.ahiq.network.inference.TorchDevice;
import sc.fiji.ahiq.network.inference.TorchNetwork;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.Normalization;

/**
 * Runs the frozen layers of a network that sees differences on whole images, which are read mirrored up to full cells.
 * The features of the last reference are kept. Holds native memory until closed; for one thread.
 */
final class DifferenceEncoder implements AutoCloseable {

    private static final int RGB = 3;

    private final TorchNetwork network;
    private final Normalization normalization;
    private final ImageCache images;
    private final RangeRule range;
    private NDManager kept;
    private NDList features;
    private Path reference;

    DifferenceEncoder(AhiqModel model, TorchDevice device, ImageCache images, RangeRule range) {
        this.network = TorchNetwork.load(model, device);
        this.normalization = model.card().normalization();
        this.images = images;
        this.range = range;
        this.kept = network.newManager();
    }

    /** Cells along a side of so many pixels. */
    static int cells(long pixels) {
        return Math.toIntExact((pixels + DifferenceArchitecture.CELL - 1) / DifferenceArchitecture.CELL);
    }

    /**
     * Differences of a pair.
     *
     * @param columns cells in a row
     * @param values of the cells, row by row
     */
    record Differences(int columns, int rows, float[] values) {}

    Differences differences(LabelledPair pair) {
        Reference expected = images.get(pair.reference()).reference(range);
        ScaledPlane distorted = images.get(pair.distorted()).distorted(expected).scaled();
        try (NDManager manager = network.newManager()) {
            encode(pair.reference(), expected.scaled());
            List<NDArray> arguments = new ArrayList<>(List.of(image(manager, distorted)));
            arguments.addAll(features);
            float[] values = network.call("differ", arguments.toArray(NDArray[]::new))
                    .get(0)
                    .toFloatArray();
            return new Differences(cells(distorted.width()), cells(distorted.height()), values);
        } catch (OutOfNativeMemoryException e) {
            throw tooLarge(pair.distorted(), e);
        }
    }

    private void encode(Path file, ScaledPlane image) throws OutOfNativeMemoryException {
        if (file.equals(reference)) {
            return;
        }
        kept.close();
        kept = network.newManager();
        features = network.call("features", image(kept, image));
        reference = file;
    }

    /** Mean variance of each feature in windows of an image. */
    float[] variances(Path file) {
        ScaledPlane image = images.get(file).reference(range).scaled();
        try (NDManager manager = network.newManager()) {
            return network.call("variances", image(manager, image)).get(0).toFloatArray();
        } catch (OutOfNativeMemoryException e) {
            throw tooLarge(file, e);
        }
    }

    private static EngineException tooLarge(Path file, OutOfNativeMemoryException e) {
        return new EngineException(
                "The features of " + file + " do not fit into memory. Train on smaller images. The engine says: "
                        + e.getMessage(),
                e);
    }

    private NDArray image(NDManager manager, ScaledPlane image) throws OutOfNativeMemoryException {
        int width = cells(image.width()) * DifferenceArchitecture.CELL;
        int height = cells(image.height()) * DifferenceArchitecture.CELL;
        float[] pixels = new float[RGB * width * height];
        image.readBox(0, 0, width, height, pixels, 0);
        normalization.apply(pixels, 0, pixels.length);
        return network.array(manager, pixels, new Shape(1, RGB, height, width));
    }

    @Override
    public void close() {
        kept.close();
        network.close();
    }
}
