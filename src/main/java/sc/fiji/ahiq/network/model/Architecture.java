/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.network.cnn.CnnBranch;
import sc.fiji.ahiq.network.cnn.ResNet;
import sc.fiji.ahiq.network.design.NetworkDesign;
import sc.fiji.ahiq.network.design.TensorShapes;

/**
 * Sizes of a network of the AHIQ family; its layers are those of the paper (Lao et al., CVPRW 2022). All counts are
 * channels unless said otherwise.
 *
 * @param crop height and width of a crop in pixels; a multiple of {@code vit.patch} and of 8
 */
public record Architecture(int crop, Vit vit, CnnBranch cnn, Fusion fusion, Regressor regressor)
        implements NetworkDesign {

    /** Offsets of the 3 x 3 taps, two per tap. */
    static final int OFFSET_CHANNELS = 18;

    /** Channels of an attention head in timm's Vision Transformers, whose files do not tell it. */
    public static final int HEAD_CHANNELS = 64;

    /**
     * @param patch height and width of a patch in pixels
     * @param dim of a token; a multiple of {@code heads}
     * @param depth number of blocks, whose outputs are all used
     * @param heads number of attention heads
     * @param mlp hidden width
     */
    public record Vit(int patch, int dim, int depth, int heads, int mlp) {

        /** In a network without one, which has as many patches as with ViT-B/8. */
        public static final Vit NONE = new Vit(8, 0, 0, 0, 0);
    }

    /**
     * @param type which branches there are, and how they come together
     * @param hidden between the two convolutions that follow the deformable one, or stand alone; 0 without CNN
     */
    public record Fusion(FusionType type, int hidden) {

        /** The published one. */
        public Fusion(int hidden) {
            this(FusionType.DEFORMABLE, hidden);
        }
    }

    /**
     * @param down of the 1 x 1 convolution of the joined features
     * @param smooth0 of the first smoothing convolution
     * @param smooth2 of the second
     * @param conv of the last convolution before the heads
     * @param pooling of patch scores
     */
    public record Regressor(int down, int smooth0, int smooth2, int conv, Pooling pooling) {

        /** The published one. */
        public Regressor(int down, int smooth0, int smooth2, int conv) {
            this(down, smooth0, smooth2, conv, Pooling.PATCH);
        }
    }

    /** The published network with ViT-B/8, trained on PIPAL. */
    public static Architecture vitB8() {
        return new Architecture(
                224,
                new Vit(8, 768, 5, 12, 3072),
                ResNet.resnet50(),
                new Fusion(512),
                new Regressor(256, 1024, 512, 256));
    }

    /** The published network with ViT-B/16, trained on LIVE, CSIQ and TID2013. */
    public static Architecture vitB16() {
        return vitB8().withPatch(16);
    }

    /** The same network with another fusion, and without the branch that this one does not have. */
    public Architecture withFusion(FusionType type) {
        return new Architecture(
                crop,
                type.hasVit() ? vit : Vit.NONE,
                type.hasCnn() ? cnn : CnnBranch.NONE,
                new Fusion(type, type.hasCnn() ? fusion.hidden : 0),
                regressor);
    }

    /** The same network with patches of another height and width in pixels. */
    public Architecture withPatch(int patch) {
        return new Architecture(crop, new Vit(patch, vit.dim, vit.depth, vit.heads, vit.mlp), cnn, fusion, regressor);
    }

    /** The same network with another CNN. */
    public Architecture withCnn(CnnBranch other) {
        return new Architecture(crop, vit, other, fusion, regressor);
    }

    /** The same network with another pooling. */
    public Architecture withPooling(Pooling pooling) {
        Regressor r = regressor;
        return new Architecture(crop, vit, cnn, fusion, new Regressor(r.down, r.smooth0, r.smooth2, r.conv, pooling));
    }

    /** Why no network of these sizes can be built, if so. */
    public Optional<String> problem() {
        if (crop % vit.patch != 0 || crop % 8 != 0) {
            return Optional.of("crop " + crop + " is not a multiple of vit.patch " + vit.patch + " and of 8");
        }
        if (fusion.type.hasVit() && vit.dim % vit.heads != 0) {
            return Optional.of("vit.dim " + vit.dim + " is not a multiple of vit.heads " + vit.heads);
        }
        if (fusion.type.hasCnn() && crop / 8 % grid() != 0) {
            return Optional.of("vit.patch " + vit.patch + " does not fit the CNN: crop / 8 = " + crop / 8
                    + " is not a multiple of the " + grid() + " patches along a crop");
        }
        return fusion.type.hasCnn() ? cnn.problem(crop) : Optional.empty();
    }

    /** Patches along one side of a crop; also height and width of the patch score and weight maps. */
    public int grid() {
        return crop / vit.patch;
    }

    /** Height and width of the CNN features. */
    int cnnGrid() {
        return crop / cnn.stride();
    }

    /**
     * Elements of the largest activation of one crop: the nine samples of the deformable convolution, if there is one.
     */
    public long samplesPerCrop() {
        long cnnElements = (long) cnnGrid() * cnnGrid() * cnnChannels();
        return fusion.type == FusionType.DEFORMABLE
                ? 9 * cnnElements
                : Math.max(4 * cnnElements, 4L * grid() * grid() * Math.max(vitChannels(), 3L * regressor.down));
    }

    /** Channels of the ViT features of all blocks together. */
    int vitChannels() {
        return vit.depth * vit.dim;
    }

    /** Channels of the CNN features of all taps together. */
    int cnnChannels() {
        return cnn.channels();
    }

    /**
     * The keys of timm's Vision Transformer below
     * {@code vit.}, of timm's ResNet below {@code cnn.} and of the published heads below {@code deform_net.} and
     * {@code regressor.}, in the order of the data flow.
     */
    @Override
    public Map<String, long[]> tensorShapes() {
        TensorShapes shapes = new TensorShapes();
        if (fusion.type.hasVit()) {
            addVit(shapes);
        }
        if (fusion.type.hasCnn()) {
            cnn.addTensors(shapes);
            addFusion(shapes);
        }
        addRegressor(shapes);
        return shapes.byName();
    }

    @Override
    public Map<String, Object> toYaml() {
        return ArchitectureYaml.write(this);
    }

    @Override
    public String words() {
        return "an AHIQ network";
    }

    private void addVit(TensorShapes shapes) {
        shapes.add("vit.cls_token", 1, 1, vit.dim);
        shapes.add("vit.pos_embed", 1, 1 + (long) grid() * grid(), vit.dim);
        shapes.addBiased("vit.patch_embed.proj", vit.dim, 3, vit.patch, vit.patch);
        for (int block = 0; block < vit.depth; block++) {
            String prefix = "vit.blocks." + block + ".";
            shapes.addBiased(prefix + "norm1", vit.dim);
            shapes.addBiased(prefix + "attn.qkv", 3L * vit.dim, vit.dim);
            shapes.addBiased(prefix + "attn.proj", vit.dim, vit.dim);
            shapes.addBiased(prefix + "norm2", vit.dim);
            shapes.addBiased(prefix + "mlp.fc1", vit.mlp, vit.dim);
            shapes.addBiased(prefix + "mlp.fc2", vit.dim, vit.mlp);
        }
    }

    private void addFusion(TensorShapes shapes) {
        if (fusion.type == FusionType.DEFORMABLE) {
            shapes.addBiased("deform_net.conv_offset", OFFSET_CHANNELS, vitChannels(), 3, 3);
            shapes.addBiased("deform_net.deform", cnnChannels(), cnnChannels(), 3, 3);
        }
        shapes.addBiased("deform_net.conv1.0", fusion.hidden, cnnChannels(), 3, 3);
        shapes.addBiased("deform_net.conv1.2", cnnChannels(), fusion.hidden, 3, 3);
    }

    private void addRegressor(TensorShapes shapes) {
        shapes.addBiased("regressor.down_channel", regressor.down, vitChannels() + cnnChannels(), 1, 1);
        shapes.addBiased("regressor.feat_smoothing.0", regressor.smooth0, 3L * regressor.down, 3, 3);
        shapes.addBiased("regressor.feat_smoothing.2", regressor.smooth2, regressor.smooth0, 3, 3);
        shapes.addBiased("regressor.conv1.0", regressor.conv, regressor.smooth2, 3, 3);
        if (regressor.pooling.hasAttention()) {
            shapes.addBiased("regressor.conv_attent.0", 1, regressor.conv, 1, 1);
        }
        shapes.addBiased("regressor.conv.0", 1, regressor.conv, 1, 1);
    }
}
