/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/** A card and the weights that belong to it. */
public interface AhiqModel {

    /** Layers that keep 32 bits where the others have 16: batch norms, which are folded, and the two heads. */
    String FULL_PRECISION_LAYERS = "cnn\\..*(bn\\d?|downsample\\.1|(transition\\d|fuse_layers)(\\.\\d)+\\.1)\\.[a-z_]+"
            + "|regressor\\.(conv|conv_attent)\\.0\\..*|backbone\\..*_bn\\d\\..*|(head|judge)\\..*";

    ModelCard card();

    /**
     * The tensor of a name in {@link sc.fiji.ahiq.network.design.NetworkDesign#tensorShapes()}, in any floating-point
     * type.
     */
    Tensor tensor(String name);

    /**
     * The network in 32-bit floating point: {@code forward(reference, distorted)} takes two float32 tensors
     * {@code (batch, 3, crop, crop)} of normalised RGB and returns the scores {@code (batch)} and the patch scores and
     * patch weights {@code (batch, grid, grid)}; one that sees differences takes images
     * {@code (batch, 3, height, width)} of multiples of 16 and has a patch in each square of 16 pixels. Tensors are
     * read when the archive is written: write it before closing the model.
     */
    default ScriptArchive archive() {
        return card().design() instanceof DifferenceArchitecture
                ? new DifferenceModules(name -> tensor(name).to(DType.F32)).archive()
                : new NetworkAssembler(
                                card().architecture(), name -> tensor(name).to(DType.F32))
                        .assemble();
    }

    /**
     * The part of it that is trained, with the same names of parameters: all of it, but of a network that sees
     * differences the judge, whose {@code forward(differences)} takes a tensor {@code (batch, cells, 789)} and returns
     * distances {@code (batch)}.
     */
    default ScriptArchive trainableArchive() {
        return card().design() instanceof DifferenceArchitecture
                ? new DifferenceModules(name -> tensor(name).to(DType.F32)).trainableArchive()
                : archive();
    }

    /**
     * The same with its large layers in 16-bit floating point, for GPUs; input and output stay float32. A network that
     * sees differences stays as it is: those of features in 16 bits would be too coarse.
     */
    default ScriptArchive halfPrecisionArchive() {
        if (card().design() instanceof DifferenceArchitecture) {
            return archive();
        }
        return new NetworkAssembler(card().architecture(), name -> tensor(name)
                        .to(name.matches(FULL_PRECISION_LAYERS) ? DType.F32 : DType.F16))
                .assemble();
    }
}
