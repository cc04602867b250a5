/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The JSON files of a folder, strictly typed. */
final class ZarrMetadata {

    static final String VERSION_3 = "zarr.json";
    static final String ARRAY_2 = ".zarray";
    static final String GROUP_2 = ".zgroup";

    private static final String ATTRIBUTES_2 = ".zattrs";
    private static final long MAX_BYTES = 16 << 20;

    private ZarrMetadata() {}

    /** A member of an object, or of nothing. */
    static Optional<JsonObject> object(JsonObject parent, String key) {
        return Optional.ofNullable(parent.get(key))
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject);
    }

    static Optional<JsonArray> array(JsonObject parent, String key) {
        return Optional.ofNullable(parent.get(key))
                .filter(JsonElement::isJsonArray)
                .map(JsonElement::getAsJsonArray);
    }

    /** Empty where there is no text. */
    static String text(JsonObject parent, String key) {
        JsonElement value = parent.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    /** Positive whole numbers. */
    static long[] sizes(JsonObject parent, String key) throws IOException {
        JsonArray values = array(parent, key).orElseThrow(() -> new IOException("there is no " + key));
        long[] sizes = new long[values.size()];
        for (int i = 0; i < sizes.length; i++) {
            try {
                sizes[i] = values.get(i).getAsBigDecimal().longValueExact();
            } catch (ArithmeticException | IllegalStateException | UnsupportedOperationException e) {
                throw notPositive(key, values, e);
            } catch (NumberFormatException e) {
                throw notPositive(key, values, e);
            }
            if (sizes[i] < 1) {
                throw notPositive(key, values, null);
            }
        }
        return sizes;
    }

    private static IOException notPositive(String key, JsonArray found, RuntimeException cause) {
        return new IOException(key + " is " + found + ", and not positive whole numbers", cause);
    }

    /** @throws IOException if the file cannot be read, is too large or no JSON object */
    static JsonObject read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is larger than " + MAX_BYTES + " bytes");
        }
        try {
            JsonElement element = JsonParser.parseString(Files.readString(file));
            if (element.isJsonObject()) {
                return element.getAsJsonObject();
            }
        } catch (JsonParseException | StackOverflowError e) {
            throw new IOException(file + " is no JSON", e);
        }
        throw new IOException(file + " is no JSON object");
    }

    /**
     * The attributes of a group or array, those of OME in version 3 without what is around them; empty if there are
     * none.
     */
    static JsonObject attributes(Path folder) throws IOException {
        JsonObject attributes = new JsonObject();
        if (Files.isRegularFile(folder.resolve(VERSION_3))) {
            attributes = object(read(folder.resolve(VERSION_3)), "attributes").orElse(attributes);
        } else if (Files.isRegularFile(folder.resolve(ATTRIBUTES_2))) {
            attributes = read(folder.resolve(ATTRIBUTES_2));
        }
        return object(attributes, "ome").orElse(attributes);
    }
}
