/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.util.Optional;
import java.util.stream.Collectors;
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
    private static final String FUSION = "deform_net.conv1.0.weight";
    private static final String JOINED = "regressor.down_channel.weight";
    private static final String HIGH_RESOLUTION = "transition1.0.0.weight";

    private final SourceFiles files;
    private final SourceFile ahiq;
    private final SourceFile cnn;
    private final SourceFile vit;
    private final Optional<Pooling> pooling;

    /** @param pooling empty for what the heads tell */
    ArchitectureFinder(SourceFiles files, Optional<Pooling> pooling) {
        this.files = files;
        this.ahiq = files.get(Part.AHIQ);
        this.cnn = files.get(Part.CNN);
        this.vit = files.get(Part.VIT);
        this.pooling = pooling;
    }

    /** @throws WeightsException if the shapes contradict each other */
    Architecture find() {
        requireBranches();
        FusionType type = fusion();
        Architecture architecture = new Architecture(
                type.hasVit() ? grid() * patch() : Architecture.vitB8().crop(),
                type.hasVit() ? vit(patch()) : Architecture.Vit.NONE,
                type.hasCnn() ? cnn() : CnnBranch.NONE,
                new Architecture.Fusion(type, type.hasCnn() ? size(ahiq, FUSION, 4, 0) : 0),
                new Architecture.Regressor(
                        size(ahiq, JOINED, 4, 0),
                        size(ahiq, "regressor.feat_smoothing.0.weight", 4, 0),
                        size(ahiq, "regressor.feat_smoothing.2.weight", 4, 0),
                        size(ahiq, "regressor.conv1.0.weight", 4, 0),
                        pooling()));
        architecture.problem().ifPresent(problem -> {
            throw new WeightsException("Cannot make a network of "
                    + files.all().stream().map(file -> file.path().toString()).collect(Collectors.joining(" and "))
                    + ": " + problem + ". Check that the files belong together.");
        });
        return architecture;
    }

    /** Of the branches that the heads take the features of, there must be a file, and of no other. */
    private void requireBranches() {
        if (ahiq == null) {
            throw new WeightsException("Expected a file of the AHIQ heads among "
                    + files.all().stream().map(file -> file.path().toString()).collect(Collectors.joining(" and "))
                    + ", but found none. Take the file that the README names.");
        }
        boolean takesCnn = ahiq.tensors().containsKey(FUSION);
        requireBranch(Part.CNN, takesCnn);
        requireBranch(Part.VIT, !takesCnn || size(ahiq, JOINED, 4, 1) > cnnChannels());
    }

    private void requireBranch(Part branch, boolean isTaken) {
        if (isTaken != files.has(branch)) {
            throw new WeightsException("The AHIQ heads in " + ahiq.path() + " take "
                    + (isTaken ? "the" : "no") + " features of " + branch.words() + ", but "
                    + (isTaken ? "no file of it was given. Give it by --" : "a file of it was given. Leave out --")
                    + branch.key() + ".");
        }
    }

    private int patch() {
        return size(vit, "patch_embed.proj.weight", 4, 2);
    }

    /** Heads without offsets were trained without them. */
    private FusionType fusion() {
        if (vit == null) {
            return FusionType.CNN;
        }
        if (cnn == null) {
            return FusionType.VIT;
        }
        return ahiq.tensors().containsKey(OFFSETS) ? FusionType.DEFORMABLE : FusionType.CONCAT;
    }

    /** Heads of both poolings together look as those of the published one. */
    private Pooling pooling() {
        return pooling.orElseGet(
                () -> ahiq.tensors().containsKey("regressor.conv_attent.0.weight") ? Pooling.PATCH : Pooling.SPATIAL);
    }

    /**
     * By tensors that other networks do not have; of a ResNet-152, the heads tell whether they take its second stage.
     */
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
        return size(ahiq, FUSION, 4, 1);
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
                : size(ahiq, JOINED, 4, 1) - (cnn == null ? 0 : cnnChannels());
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
