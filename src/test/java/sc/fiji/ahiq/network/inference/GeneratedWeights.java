/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** The deterministic weights of the golden values of learned metrics: by key, with their file ("part"). */
public final class GeneratedWeights {

    private final Map<String, JsonObject> tensors = new LinkedHashMap<>();
    private final String prefix;

    private GeneratedWeights(String prefix) {
        this.prefix = prefix;
    }

    /** @param metric as in the names of the files, such as {@code lpips_alex} */
    public static GeneratedWeights of(String metric) {
        GeneratedWeights weights = new GeneratedWeights("1/");
        String resource = "/golden/learned/weights_" + metric + "_seed1.json";
        try (Reader reader =
                new InputStreamReader(GeneratedWeights.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            for (JsonElement tensor : JsonParser.parseReader(reader).getAsJsonArray()) {
                weights.tensors.put(tensor.getAsJsonObject().get("key").getAsString(), tensor.getAsJsonObject());
            }
            return weights;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys with the name of the file that a user would bring them in. */
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        tensors.forEach((key, json) -> parts.put(key, json.get("part").getAsString()));
        return parts;
    }

    public Tensor tensor(String key) {
        JsonObject json = tensors.get(key);
        long[] shape = json.getAsJsonArray("shape").asList().stream()
                .mapToLong(JsonElement::getAsLong)
                .toArray();
        double lo = json.get("lo").getAsDouble();
        double hi = json.get("hi").getAsDouble();
        int count = Math.toIntExact(Tensor.elementCount(shape));
        ByteBuffer data = ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long hash = hash(prefix + key);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            float value = (float) (lo + (hi - lo) * uniform(hash, i));
            sum += value;
            data.putFloat(value);
        }
        assertThat(sum).as(key).isCloseTo(json.get("sum").getAsDouble(), within(1e-6 * count * (hi - lo)));
        return new Tensor(DType.F32, shape, data.flip());
    }

    /** FNV-1a. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    /** SplitMix64, 24 bits of it, in 0..1. */
    static double uniform(long hash, long index) {
        long z = hash + index + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 40) * 0x1p-24;
    }
}
