/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.cnn.CnnBranch;
import sc.fiji.ahiq.network.cnn.HrNet;
import sc.fiji.ahiq.network.cnn.InceptionResNet;
import sc.fiji.ahiq.network.cnn.ResNet;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.FusionType;
import sc.fiji.ahiq.network.model.Pooling;

/** Finds the sizes of the network from the shapes of its tensors. */
final class ArchitectureFinder {

    private static final String OFFSETS = "deform_net.conv_offset.weight";
    private static final String HIGH_RESOLUTION = "transition1.0.0.weight";

    private final SourceFile ahiq;
    private final SourceFile cnn;
    private final SourceFile vit;

    ArchitectureFinder(SourceFiles files) {
        this.ahiq = files.get(Part.AHIQ);
        this.cnn = files.get(Part.CNN);
        this.vit = files.get(Part.VIT);
    }

    /** @throws WeightsException if the shapes contradict each other */
    Architecture find() {
        int patch = size(vit, "patch_embed.proj.weight", 4, 2);
        Architecture architecture = new Architecture(
                grid() * patch,
                vit(patch),
                cnn(),
                new Architecture.Fusion(fusion(), size(ahiq, "deform_net.conv1.0.weight", 4, 0)),
                new Architecture.Regressor(
                        size(ahiq, "regressor.down_channel.weight", 4, 0),
                        size(ahiq, "regressor.feat_smoothing.0.weight", 4, 0),
                        size(ahiq, "regressor.feat_smoothing.2.weight", 4, 0),
                        size(ahiq, "regressor.conv1.0.weight", 4, 0),
                        pooling()));
        architecture.problem().ifPresent(problem -> {
            throw new WeightsException("Cannot make a network of " + ahiq.path() + ", " + cnn.path() + " and "
                    + vit.path() + ": " + problem + ". Check that the files belong together.");
        });
        return architecture;
    }

    /** Heads without offsets were trained without them. */
    private FusionType fusion() {
        return ahiq.tensors().containsKey(OFFSETS) ? FusionType.DEFORMABLE : FusionType.CONCAT;
    }

    /** Heads of both poolings together look as those of the published one. */
    private Pooling pooling() {
        return ahiq.tensors().containsKey("regressor.conv_attent.0.weight") ? Pooling.PATCH : Pooling.SPATIAL;
    }

    /** By tensors that other networks do not have; of a ResNet-152, the heads tell whether they take its second stage. */
    private CnnBranch cnn() {
        if (cnn.tensors().containsKey("conv2d_1a.conv.weight")) {
            return new InceptionResNet();
        }
        if (cnn.tensors().containsKey(HIGH_RESOLUTION)) {
            return new HrNet(size(cnn, HIGH_RESOLUTION, 4, 0));
        }
        int stem = size(cnn, "conv1.weight", 4, 0);
        int width = size(cnn, "layer1.0.conv1.weight", 4, 0);
        int out = size(cnn, "layer1.0.conv3.weight", 4, 0);
        boolean is152 = cnn.tensors().containsKey("layer3.35.conv1.weight");
        boolean is101 = cnn.tensors().containsKey("layer3.22.conv1.weight");
        ResNet deep = new ResNet("resnet152", stem, width, out, true);
        if (is152 && cnnChannels() == deep.channels()) {
            return deep;
        }
        return new ResNet(is152 ? "resnet152" : is101 ? "resnet101" : "resnet50", stem, width, out, false);
    }

    /** Those that the heads take. */
    private int cnnChannels() {
        return size(ahiq, "deform_net.conv1.0.weight", 4, 1);
    }

    private Architecture.Vit vit(int patch) {
        int dim = size(vit, "cls_token", 3, 2);
        if (dim % Architecture.HEAD_CHANNELS != 0) {
            throw new WeightsException("Cannot import " + vit.path() + ": its tokens have " + dim
                    + " channels, which is no multiple of the " + Architecture.HEAD_CHANNELS
                    + " of an attention head. Take the Vision Transformer that the README names.");
        }
        return new Architecture.Vit(
                patch, dim, depth(dim), dim / Architecture.HEAD_CHANNELS, size(vit, "blocks.0.mlp.fc1.weight", 2, 0));
    }

    /** As many blocks as the heads take the outputs of. */
    private int depth(int dim) {
        int channels = fusion() == FusionType.DEFORMABLE
                ? size(ahiq, OFFSETS, 4, 1)
                : size(ahiq, "regressor.down_channel.weight", 4, 1) - cnnChannels();
        if (channels % dim != 0) {
            throw new WeightsException("The AHIQ heads in " + ahiq.path() + " take " + channels
                    + " channels of Vision Transformer features, which is no multiple of the " + dim
                    + " channels of a token in " + vit.path()
                    + ". Take the Vision Transformer that the heads were trained"
                    + " with.");
        }
        return channels / dim;
    }

    /** Patches along a crop; position embeddings are those of the class token and of a square of patches. */
    private int grid() {
        long positions = vit.shape("pos_embed", 3)[1];
        long grid = Math.round(Math.sqrt(Math.max(0, positions - 1)));
        if (grid < 1 || grid * grid + 1 != positions) {
            throw new WeightsException("Cannot import " + vit.path() + ": pos_embed has " + positions
                    + " positions, expected 1 for the class token and a square number for the patches. Take the Vision"
                    + " Transformer that the README names.");
        }
        return Math.toIntExact(grid);
    }

    private static int size(SourceFile file, String name, int rank, int axis) {
        long size = file.shape(name, rank)[axis];
        if (size < 1 || size > 1 << 20) {
            throw new WeightsException("Cannot import " + file.path() + ": axis " + axis + " of " + name
                    + " has the size " + size + ". Take the file that the README names.");
        }
        return (int) size;
    }
}
