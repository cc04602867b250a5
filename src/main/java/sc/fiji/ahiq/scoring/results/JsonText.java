/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.util.Map;

/**
 * Values as JSON, which has no number for infinity, the PSNR of identical images: it is the text {@code "Infinity"}.
 */
public final class JsonText {

    private static final Gson LINES = builder().create();
    private static final Gson PRETTY = builder().setPrettyPrinting().create();

    private JsonText() {}

    private static GsonBuilder builder() {
        return new GsonBuilder()
                .serializeNulls()
                .disableHtmlEscaping()
                .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
                .registerTypeAdapter(Double.class, (JsonSerializer<Double>) (value, type, context) -> number(value));
    }

    private static JsonElement number(Double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : new JsonPrimitive(value.toString());
    }

    /** A row as an object without line breaks. */
    static String line(Map<String, Object> row) {
        return LINES.toJson(row);
    }

    /** Indented: records are objects, whose names are in lower case with underscores. */
    public static String pretty(Object value) {
        return PRETTY.toJson(value);
    }

    /** A record with more members. */
    public static String pretty(Object record, Map<String, ?> more) {
        JsonObject object = PRETTY.toJsonTree(record).getAsJsonObject();
        more.forEach((name, value) -> object.add(name, PRETTY.toJsonTree(value)));
        return PRETTY.toJson(object);
    }
}
