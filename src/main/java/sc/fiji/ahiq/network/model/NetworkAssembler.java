/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import sc.fiji.ahiq.network.cnn.ResNet;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/**
 * Puts the tensors of a model into the module objects of the network source. The source of a variant is that of the
 * published network with the type of the attribute that differs, or with another root module where a branch is missing.
 */
final class NetworkAssembler {

    private static final String DEFORMABLE = "ahiq.fusion.DeformableFusion";
    private static final String CONCAT = "ahiq.fusion.ConcatFusion";

    private final Architecture architecture;
    private final Function<String, Tensor> weights;

    /** @param weights tensor by its name in {@link Architecture#tensorShapes()} */
    NetworkAssembler(Architecture architecture, Function<String, Tensor> weights) {
        this.architecture = architecture;
        this.weights = weights;
    }

    ScriptArchive assemble() {
        return new ScriptArchive("ahiq", network(), sources());
    }

    private Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String name : sourceNames()) {
            String path = "ahiq/" + name + ".py";
            sources.put(path, withTypes(read(path)));
        }
        return sources;
    }

    private List<String> sourceNames() {
        List<String> names = new ArrayList<>(
                switch (type()) {
                    case DEFORMABLE, CONCAT -> List.of("network", "vit", "fusion", "regressor");
                    case CNN -> List.of("cnn_only", "fusion", "regressor");
                    case VIT -> List.of("vit_only", "vit", "regressor");
                });
        if (type().hasCnn()) {
            names.addAll(architecture.cnn().sources());
        }
        return names;
    }

    /** Of a network source, by its path. */
    static String read(String path) {
        try (InputStream in = NetworkAssembler.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Network source " + path + " is not readable in this program's jar", e);
        }
    }

    private String withTypes(String source) {
        String seen = withType(
                source, "cnn", ResNet.resnet50().module(), architecture.cnn().module());
        String fused = type() == FusionType.CONCAT ? withType(seen, "fusion", DEFORMABLE, CONCAT) : seen;
        return withType(
                fused,
                "pooling",
                Pooling.PATCH.module(),
                architecture.regressor().pooling().module());
    }

    /** Replaces the type in the declaration of an attribute. */
    private static String withType(String source, String attribute, String type, String other) {
        String declaration = attribute + " : __torch__.";
        return source.replace(declaration + type, declaration + other);
    }

    private FusionType type() {
        return architecture.fusion().type();
    }

    /** The root module. */
    ScriptModule network() {
        return switch (type()) {
            case DEFORMABLE, CONCAT ->
                new ScriptModule("ahiq.network.Ahiq")
                        .set("vit", vit())
                        .set("cnn", architecture.cnn().build(weights))
                        .set("fusion", fusion())
                        .set("regressor", regressor());
            case CNN ->
                new ScriptModule("ahiq.cnn_only.CnnOnly")
                        .set("cnn", architecture.cnn().build(weights))
                        .set("fusion", fusion())
                        .set("regressor", regressor());
            case VIT ->
                new ScriptModule("ahiq.vit_only.VitOnly").set("vit", vit()).set("regressor", regressor());
        };
    }

    private ScriptModule vit() {
        ScriptModule vit = new ScriptModule("ahiq.vit.VisionTransformer")
                .set("heads", architecture.vit().heads())
                .set("cls_token", weights.apply("vit.cls_token"))
                .set("pos_embed", weights.apply("vit.pos_embed"));
        setBiased(vit, "patch_embed", "vit.patch_embed.proj");
        setBlocks(vit, "norm1", "norm1");
        setBlocks(vit, "qkv", "attn.qkv");
        setBlocks(vit, "proj", "attn.proj");
        setBlocks(vit, "norm2", "norm2");
        setBlocks(vit, "fc1", "mlp.fc1");
        setBlocks(vit, "fc2", "mlp.fc2");
        return vit;
    }

    private void setBlocks(ScriptModule vit, String attribute, String layer) {
        for (String kind : List.of("weight", "bias")) {
            vit.setStacked(
                    attribute + "_" + kind,
                    IntStream.range(0, architecture.vit().depth())
                            .mapToObj(block -> weights.apply("vit.blocks." + block + "." + layer + "." + kind))
                            .toList());
        }
    }

    private ScriptModule fusion() {
        boolean deformable = type() == FusionType.DEFORMABLE;
        ScriptModule fusion = new ScriptModule(deformable ? DEFORMABLE : CONCAT);
        if (deformable) {
            setBiased(fusion, "offset", "deform_net.conv_offset");
            setBiased(fusion, "deform", "deform_net.deform");
        }
        setBiased(fusion, "conv0", "deform_net.conv1.0");
        setBiased(fusion, "conv2", "deform_net.conv1.2");
        return fusion;
    }

    private ScriptModule regressor() {
        ScriptModule regressor = new ScriptModule("ahiq.regressor.Regressor").set("pooling", pooling());
        setBiased(regressor, "down", "regressor.down_channel");
        setBiased(regressor, "smooth0", "regressor.feat_smoothing.0");
        setBiased(regressor, "smooth2", "regressor.feat_smoothing.2");
        setBiased(regressor, "conv", "regressor.conv1.0");
        return regressor;
    }

    private ScriptModule pooling() {
        Pooling kind = architecture.regressor().pooling();
        ScriptModule pooling = new ScriptModule(kind.module());
        setBiased(pooling, "score", "regressor.conv.0");
        if (kind.hasAttention()) {
            setBiased(pooling, "attention", "regressor.conv_attent.0");
        }
        return pooling;
    }

    private void setBiased(ScriptModule module, String attribute, String layer) {
        module.set(attribute + "_weight", weights.apply(layer + ".weight"));
        module.set(attribute + "_bias", weights.apply(layer + ".bias"));
    }
}
