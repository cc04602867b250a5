/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import sc.fiji.ahiq.network.cnn.ResNet;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** The tensors of a model, and what else the published files hold, by the names and in the layouts of those files. */
public final class PublishedLayout {

    static final int BLOCKS = 12;

    private static final Map<String, List<String>> UNNEEDED = Map.of(
            "resnet50",
            List.of("bn1.num_batches_tracked", "layer2.0.conv1.weight", "layer4.2.bn3.running_var", "fc.weight"),
            "resnet101",
            List.of("layer1.0.bn1.num_batches_tracked", "layer3.22.conv1.weight", "fc.bias"),
            "resnet152",
            List.of("layer1.0.bn1.num_batches_tracked", "layer3.35.conv1.weight", "fc.bias"),
            "hrnet_w48",
            List.of(
                    "bn1.num_batches_tracked",
                    "incre_modules.0.0.conv1.weight",
                    "downsamp_modules.0.0.weight",
                    "final_layer.0.weight",
                    "classifier.weight"),
            "inception_resnet_v2",
            List.of(
                    "conv2d_1a.bn.num_batches_tracked",
                    "repeat.0.branch0.bn.num_batches_tracked",
                    "mixed_6a.branch0.conv.weight",
                    "repeat_1.0.branch0.conv.weight",
                    "mixed_7a.branch0.0.conv.weight",
                    "repeat_2.0.conv2d.weight",
                    "block8.conv2d.bias",
                    "conv2d_7b.bn.weight",
                    "classif.weight"));

    private final AhiqModel model;
    private final Architecture architecture;

    public PublishedLayout(AhiqModel model) {
        this.model = model;
        this.architecture = model.card().architecture();
    }

    /** Opens the files of a network of both branches. */
    public static ImportedModel open(String name, Path ahiq, Path cnn, Path vit, boolean checkNames) {
        return ImportedModel.open(name, Map.of("ahiq", ahiq, "cnn", cnn, "vit", vit), Optional.empty(), checkNames);
    }

    /** Small, with heads of 64 channels as in timm; two blocks are used. */
    public static Architecture compact(int crop, int patch) {
        return new Architecture(
                crop,
                new Architecture.Vit(patch, 128, 2, 2, 96),
                new ResNet(8, 8, 16),
                new Architecture.Fusion(16),
                new Architecture.Regressor(8, 16, 8, 8));
    }

    /** As the published training script saves it. */
    public Map<String, Tensor> ahiq() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("epoch", integer(33));
        named("regressor.", "regressor_model_state_dict.", tensors);
        named("deform_net.", "deform_net_model_state_dict.", tensors);
        tensors.put("optimizer_state_dict.state.0.exp_avg", Tensor.of(new float[] {Float.NaN}));
        tensors.put("loss", Tensor.of(new float[] {0.5f}));
        return tensors;
    }

    /** With some of what timm's file has and the network does not need. */
    public Map<String, Tensor> cnn() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        named("cnn.", "", tensors);
        for (String unneeded : UNNEEDED.get(architecture.cnn().name().replaceAll("_w\\d+", "_w48"))) {
            tensors.put(
                    unneeded,
                    unneeded.endsWith(".num_batches_tracked") ? integer(7) : Tensor.of(new float[] {Float.NaN}));
        }
        return tensors;
    }

    /** All twelve blocks, of which the last are the first ones again. */
    public Map<String, Tensor> vit() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        named("vit.", "", tensors);
        int depth = architecture.vit().depth();
        for (int block = depth; block < BLOCKS; block++) {
            named("vit.blocks." + block % depth + ".", "blocks." + block + ".", tensors);
        }
        tensors.put("norm.weight", zeros(architecture.vit().dim()));
        tensors.put("norm.bias", zeros(architecture.vit().dim()));
        tensors.put(
                "head.weight",
                Tensor.of(
                        new float[1000 * architecture.vit().dim()],
                        1000,
                        architecture.vit().dim()));
        tensors.put("head.bias", zeros(1000));
        return tensors;
    }

    private void named(String prefix, String replacement, Map<String, Tensor> target) {
        architecture.tensorShapes().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> target.put(replacement + name.substring(prefix.length()), model.tensor(name)));
    }

    private static Tensor zeros(int count) {
        return Tensor.of(new float[count], count);
    }

    static Tensor integer(long value) {
        return new Tensor(
                DType.I64,
                new long[0],
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .flip());
    }

    /** The Vision Transformer as its JAX source saves it. */
    public Map<String, Tensor> jaxVit() {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        forEachJaxVit(arrays::put);
        return arrays;
    }

    /** The same one array after the other, for networks that are too large to be held twice. */
    public void forEachJaxVit(BiConsumer<String, Tensor> arrays) {
        int dim = architecture.vit().dim();
        int heads = architecture.vit().heads();
        arrays.accept("cls", model.tensor("vit.cls_token"));
        arrays.accept("Transformer/posembed_input/pos_embedding", model.tensor("vit.pos_embed"));
        arrays.accept("embedding/kernel", heightFirst(model.tensor("vit.patch_embed.proj.weight")));
        arrays.accept("embedding/bias", model.tensor("vit.patch_embed.proj.bias"));
        for (int block = 0; block < BLOCKS; block++) {
            String from = "vit.blocks." + block % architecture.vit().depth() + ".";
            String to = "Transformer/encoderblock_" + block + "/";
            for (String[] norm : new String[][] {{"norm1", "LayerNorm_0"}, {"norm2", "LayerNorm_2"}}) {
                arrays.accept(to + norm[1] + "/scale", model.tensor(from + norm[0] + ".weight"));
                arrays.accept(to + norm[1] + "/bias", model.tensor(from + norm[0] + ".bias"));
            }
            for (int layer = 0; layer < 2; layer++) {
                String name = from + "mlp.fc" + (layer + 1);
                arrays.accept(to + "MlpBlock_3/Dense_" + layer + "/kernel", transposed(model.tensor(name + ".weight")));
                arrays.accept(to + "MlpBlock_3/Dense_" + layer + "/bias", model.tensor(name + ".bias"));
            }
            String attention = to + "MultiHeadDotProductAttention_1/";
            String[] parts = {"query", "key", "value"};
            for (int i = 0; i < parts.length; i++) {
                Tensor weight = rows(model.tensor(from + "attn.qkv.weight"), i * dim, dim);
                arrays.accept(attention + parts[i] + "/kernel", shaped(transposed(weight), dim, heads, dim / heads));
                arrays.accept(
                        attention + parts[i] + "/bias",
                        shaped(rows(model.tensor(from + "attn.qkv.bias"), i * dim, dim), heads, dim / heads));
            }
            arrays.accept(
                    attention + "out/kernel",
                    shaped(transposed(model.tensor(from + "attn.proj.weight")), heads, dim / heads, dim));
            arrays.accept(attention + "out/bias", model.tensor(from + "attn.proj.bias"));
        }
        arrays.accept("Transformer/encoder_norm/scale", zeros(dim));
        arrays.accept("Transformer/encoder_norm/bias", zeros(dim));
        arrays.accept("head/kernel", Tensor.of(new float[1000 * dim], dim, 1000));
        arrays.accept("head/bias", zeros(1000));
    }

    /** Axes (out, in, height, width) as (height, width, in, out). */
    private static Tensor heightFirst(Tensor kernel) {
        float[] source = kernel.toFloats();
        float[] target = new float[source.length];
        int out = (int) kernel.shape()[0];
        int in = (int) kernel.shape()[1];
        int height = (int) kernel.shape()[2];
        int width = (int) kernel.shape()[3];
        for (int i = 0; i < source.length; i++) {
            int x = i % width;
            int y = i / width % height;
            int c = i / width / height % in;
            int o = i / width / height / in;
            target[((y * width + x) * in + c) * out + o] = source[i];
        }
        return Tensor.of(target, height, width, in, out);
    }

    private static Tensor transposed(Tensor matrix) {
        float[] source = matrix.toFloats();
        float[] target = new float[source.length];
        int rows = (int) matrix.shape()[0];
        int columns = (int) matrix.shape()[1];
        for (int i = 0; i < source.length; i++) {
            target[i % columns * rows + i / columns] = source[i];
        }
        return Tensor.of(target, columns, rows);
    }

    private static Tensor rows(Tensor tensor, int from, int count) {
        long[] shape = tensor.shape();
        int bytes = tensor.data().capacity() / (int) shape[0];
        shape[0] = count;
        return new Tensor(DType.F32, shape, tensor.data().slice(from * bytes, count * bytes));
    }

    private static Tensor shaped(Tensor tensor, long... shape) {
        return new Tensor(tensor.dtype(), shape, tensor.data());
    }
}
