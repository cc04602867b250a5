/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import sc.fiji.ahiq.network.design.NetworkDesign;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * A model with deterministic pseudo-random weights, for benchmarks and tests. Its scores mean nothing.
 *
 * <p>Element {@code i} (row-major) of a tensor whose name without its part is {@code key}: with {@code h} the 64-bit
 * FNV-1a hash of the UTF-8 text {@code <seed>/<key>}, {@code z} is the SplitMix64 output for the state
 * {@code h + i + 0x9E3779B97F4A7C15}, and the value is {@code (float) (lo + (hi - lo) * (z >>> 40) * 2^-24)}, where
 * {@code [lo, hi)} depends on the kind of the tensor. Two tensors with the same key in different parts share values.
 */
public final class UntrainedModel implements AhiqModel {

    private final ModelCard card;
    private final Map<String, long[]> shapes;
    private final long seed;

    public UntrainedModel(String name, NetworkDesign architecture, long seed) {
        this.card = ModelCard.untrained(name, architecture, seed);
        this.shapes = architecture.tensorShapes();
        this.seed = seed;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    /** A float32 tensor in native memory, made anew by each call. */
    @Override
    public Tensor tensor(String name) {
        long[] shape = shapes.get(name);
        String key = name.substring(name.indexOf('.') + 1);
        long hash = fnv1a(seed + "/" + key);
        Range range = range(key, shape);
        int count = Math.toIntExact(Tensor.elementCount(shape));
        ByteBuffer data = ByteBuffer.allocateDirect(Math.multiplyExact(count, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            data.putFloat((float) (range.lo + (range.hi - range.lo) * (splitMix64(hash + i) >>> 40) * 0x1p-24));
        }
        return new Tensor(DType.F32, shape, data.flip());
    }

    private static long fnv1a(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long splitMix64(long state) {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private record Range(double lo, double hi) {

        static Range symmetric(double bound) {
            return new Range(-bound, bound);
        }
    }

    private static Range range(String key, long[] shape) {
        if (key.equals("cls_token") || key.equals("pos_embed")) {
            return Range.symmetric(0.5);
        }
        if (key.endsWith(".running_var") || key.equals("gain") || key.equals("scale")) {
            return new Range(0.5, 1.5);
        }
        if (shape.length > 1) {
            long fanIn = Tensor.elementCount(shape) / shape[0];
            return Range.symmetric(gain(key) * Math.sqrt(3.0 / fanIn));
        }
        if (key.equals("conv_offset.bias")) {
            return Range.symmetric(2);
        }
        return key.endsWith(".weight") ? new Range(0.8, 1.2) : Range.symmetric(0.1);
    }

    /** Larger than 1 where the output would otherwise hardly vary over an image. */
    private static double gain(String key) {
        return switch (key) {
            case "conv_offset.weight" -> 3;
            case "conv.0.weight" -> 4;
            case "conv_attent.0.weight" -> 8;
            default -> 1;
        };
    }
}
