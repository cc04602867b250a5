/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.ahiq.network.tensor.DType;

/** The weight files among the test resources and what {@code expected.json} says is in them. */
final class CheckpointFiles {

    private static final Map<String, DType> DTYPES = Map.of(
            "float64", DType.F64,
            "float32", DType.F32,
            "float16", DType.F16,
            "bfloat16", DType.BF16,
            "int64", DType.I64,
            "bool", DType.BOOL);

    private CheckpointFiles() {}

    /** A tensor as it should be read: row-major values widened to double. */
    record Expected(TensorInfo info, double[] values) {}

    static Path path(String name) {
        try {
            return Path.of(
                    CheckpointFiles.class.getResource("/checkpoints/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tensors of a file by name, in the order of {@code expected.json}. */
    static Map<String, Expected> expected(String name) {
        try {
            JsonObject all = JsonParser.parseString(Files.readString(path("expected.json")))
                    .getAsJsonObject();
            Map<String, Expected> tensors = new LinkedHashMap<>();
            all.getAsJsonObject(name)
                    .entrySet()
                    .forEach(entry -> tensors.put(
                            entry.getKey(), expected(entry.getValue().getAsJsonObject())));
            return tensors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Expected expected(JsonObject tensor) {
        DType dtype = DTYPES.get(tensor.get("dtype").getAsString());
        JsonArray shape = tensor.getAsJsonArray("shape");
        JsonArray values = tensor.getAsJsonArray("values");
        return new Expected(
                new TensorInfo(
                        dtype,
                        shape.asList().stream()
                                .mapToLong(JsonElement::getAsLong)
                                .toArray()),
                values.asList().stream().mapToDouble(JsonElement::getAsDouble).toArray());
    }
}
