/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.checkpoint.TensorInfo;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * The arrays of a Vision Transformer as its JAX source saves them, converted to timm's names and layouts as timm does:
 * linear layers are transposed, the convolution's outputs go first, and queries, keys and values are stacked.
 */
final class JaxVit {

    private static final String EMBEDDING = "embedding/kernel";
    private static final Pattern BLOCK = Pattern.compile("Transformer/encoderblock_(\\d{1,3})/LayerNorm_0/scale");
    private static final String ATTENTION = "MultiHeadDotProductAttention_1/";

    private final Path file;
    private final Map<String, SourceTensor> arrays;
    private final Map<String, SourceTensor> converted = new LinkedHashMap<>();

    private JaxVit(Path file, Map<String, SourceTensor> arrays) {
        this.file = file;
        this.arrays = new LinkedHashMap<>(arrays);
    }

    /** Whether the arrays have these names. */
    static boolean isOne(Map<String, SourceTensor> arrays) {
        return arrays.containsKey(EMBEDDING);
    }

    /** Tensors by timm's names; arrays that have no place there keep their names. */
    static Map<String, SourceTensor> convert(Path file, Map<String, SourceTensor> arrays) {
        return new JaxVit(file, arrays).convert();
    }

    private Map<String, SourceTensor> convert() {
        rename("cls", "cls_token");
        rename("Transformer/posembed_input/pos_embedding", "pos_embed");
        convertEmbedding();
        for (String name : List.copyOf(arrays.keySet())) {
            Matcher block = BLOCK.matcher(name);
            if (block.matches()) {
                convertBlock("Transformer/encoderblock_" + block.group(1) + "/", "blocks." + block.group(1) + ".");
            }
        }
        rename("Transformer/encoder_norm/scale", "norm.weight");
        rename("Transformer/encoder_norm/bias", "norm.bias");
        convertLinear("head/", "head.");
        convertLinear("pre_logits/", "pre_logits.");
        converted.putAll(arrays);
        return converted;
    }

    private void convertEmbedding() {
        SourceTensor kernel = take(EMBEDDING, 4);
        long[] shape = kernel.info().shape();
        put("patch_embed.proj.weight", kernel, Axes::outputsFirst, shape[3], shape[2], shape[0], shape[1]);
        rename("embedding/bias", "patch_embed.proj.bias");
    }

    private void convertBlock(String from, String to) {
        rename(from + "LayerNorm_0/scale", to + "norm1.weight");
        rename(from + "LayerNorm_0/bias", to + "norm1.bias");
        rename(from + "LayerNorm_2/scale", to + "norm2.weight");
        rename(from + "LayerNorm_2/bias", to + "norm2.bias");
        convertLinear(from + "MlpBlock_3/Dense_0/", to + "mlp.fc1.");
        convertLinear(from + "MlpBlock_3/Dense_1/", to + "mlp.fc2.");
        convertQueriesKeysValues(from + ATTENTION, to + "attn.qkv.");
        convertProjection(from + ATTENTION + "out/", to + "attn.proj.");
    }

    private void convertLinear(String from, String to) {
        if (arrays.containsKey(from + "kernel")) {
            SourceTensor kernel = take(from + "kernel", 2);
            putTransposed(
                    to + "weight",
                    kernel,
                    kernel.info().shape()[0],
                    kernel.info().shape()[1]);
        }
        rename(from + "bias", to + "bias");
    }

    /** The kernel is {@code (heads, width, out)}. */
    private void convertProjection(String from, String to) {
        if (arrays.containsKey(from + "kernel")) {
            SourceTensor kernel = take(from + "kernel", 3);
            long[] shape = kernel.info().shape();
            putTransposed(to + "weight", kernel, shape[0] * shape[1], shape[2]);
        }
        rename(from + "bias", to + "bias");
    }

    private void putTransposed(String name, SourceTensor matrix, long rows, long columns) {
        UnaryOperator<Tensor> transpose =
                tensor -> Axes.transposed(tensor, Math.toIntExact(rows), Math.toIntExact(columns));
        put(name, matrix, transpose, columns, rows);
    }

    /** The kernels are {@code (in, heads, width)}, the biases {@code (heads, width)}. */
    private void convertQueriesKeysValues(String from, String to) {
        List<SourceTensor> kernels = takeAlike(from, "/kernel", 3);
        if (!kernels.isEmpty()) {
            long[] shape = kernels.get(0).info().shape();
            int in = Math.toIntExact(shape[0]);
            int out = Math.toIntExact(shape[1] * shape[2]);
            stack(to + "weight", from, kernels, kernel -> Axes.transposed(kernel, in, out), 3L * out, in);
        }
        List<SourceTensor> biases = takeAlike(from, "/bias", 2);
        if (!biases.isEmpty()) {
            long[] shape = biases.get(0).info().shape();
            stack(to + "bias", from, biases, UnaryOperator.identity(), 3 * shape[0] * shape[1]);
        }
    }

    /** All three, or none of them. */
    private List<SourceTensor> takeAlike(String from, String to, int rank) {
        List<String> names = List.of(from + "query" + to, from + "key" + to, from + "value" + to);
        if (names.stream().noneMatch(arrays::containsKey)) {
            return List.of();
        }
        List<SourceTensor> taken = names.stream().map(name -> take(name, rank)).toList();
        for (SourceTensor other : taken) {
            if (!other.info().equals(taken.get(0).info())) {
                throw refusal(
                        other,
                        "the same type and shape as " + names.get(0) + ", "
                                + taken.get(0).info());
            }
        }
        return taken;
    }

    private void stack(
            String name, String from, List<SourceTensor> parts, UnaryOperator<Tensor> convert, long... shape) {
        put(
                name,
                from,
                parts.get(0).info().dtype(),
                () -> Axes.joined(
                        parts.stream()
                                .map(part -> convert.apply(part.data().get()))
                                .toList(),
                        shape),
                shape);
    }

    private void rename(String from, String to) {
        SourceTensor array = arrays.remove(from);
        if (array != null) {
            converted.put(to, array);
        }
    }

    private void put(String name, SourceTensor array, UnaryOperator<Tensor> convert, long... shape) {
        put(
                name,
                array.name(),
                array.info().dtype(),
                () -> convert.apply(array.data().get()),
                shape);
    }

    private void put(String name, String from, DType dtype, Supplier<Tensor> data, long... shape) {
        converted.put(name, new SourceTensor(from, new TensorInfo(dtype, shape), data));
    }

    private SourceTensor take(String name, int rank) {
        SourceTensor array = arrays.remove(name);
        if (array == null) {
            throw new WeightsException("Cannot import " + file + ": the array " + name
                    + " is missing. The file is incomplete: download it again.");
        }
        if (array.info().shape().length != rank) {
            throw refusal(array, rank + " axes");
        }
        return array;
    }

    private WeightsException refusal(SourceTensor array, String expected) {
        return new WeightsException("Cannot import " + file + ": the array " + Printable.of(array.name()) + " is "
                + array.info() + ", expected " + expected
                + ". Take the file of the Vision Transformer that the README names.");
    }
}
