/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.tensor.DType;

/**
 * The parsed header of a safetensors file: fields, types and names are right, but not yet compared with the data. Two
 * liberties of gson are left: control characters and the escape {@code \\'} inside strings.
 *
 * @param entries in the order of the header
 */
record SafetensorsHeader(List<SafetensorsEntry> entries, Map<String, String> metadata) {

    static final String METADATA = "__metadata__";

    /** NumPy's limit. Weights have at most five; a longer shape is damage, or an attempt to make us work. */
    static final int MAX_DIMENSIONS = 32;

    private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");

    /**
     * Parses {@code header}.
     *
     * @param start offset of {@code header} in the file
     * @throws WeightsException if it is not the header of a safetensors file
     */
    static SafetensorsHeader parse(Path file, long start, ByteBuffer header) {
        if (!header.hasRemaining()) {
            throw Refusal.at(file, start, "the { of a JSON header", "a header of length 0");
        }
        if (header.get(header.position()) != '{') {
            String found = String.format("0x%02x", header.get(header.position()));
            throw Refusal.at(file, start, "the { of a JSON header", found);
        }
        HeaderJson json = new HeaderJson(file, start, header);
        try {
            return parse(json);
        } catch (CharacterCodingException e) {
            throw because(e, json.refusal(json.offset(), "text in UTF-8", "bytes that are not"));
        } catch (EOFException e) {
            throw because(e, json.refusal(json.offset(), "more of the JSON header", "its end"));
        } catch (MalformedJsonException | NumberFormatException e) {
            throw because(e, json.refusal(json.offset() - 1, "a JSON header", "text that is not JSON"));
        } catch (IOException e) {
            throw new AssertionError("Reading from memory failed", e);
        }
    }

    private static WeightsException because(Exception cause, WeightsException refusal) {
        refusal.initCause(cause);
        return refusal;
    }

    private static SafetensorsHeader parse(HeaderJson json) throws IOException {
        List<SafetensorsEntry> entries = new ArrayList<>();
        Map<String, String> metadata = Map.of();
        Set<String> names = new HashSet<>();
        json.beginObject("an object");
        while (json.hasNext()) {
            String name = json.nextName(names);
            json.setEntry(name);
            if (name.equals(METADATA)) {
                metadata = parseMetadata(json);
            } else {
                entries.add(parseEntry(json, name));
            }
            json.setEntry(null);
        }
        json.endObject();
        json.endDocument();
        return new SafetensorsHeader(entries, metadata);
    }

    private static Map<String, String> parseMetadata(HeaderJson json) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        json.beginObject("an object of strings");
        while (json.hasNext()) {
            String name = json.nextName(names);
            metadata.put(name, json.nextString("a string for " + Refusal.quote(name)));
        }
        json.endObject();
        return metadata;
    }

    private static SafetensorsEntry parseEntry(HeaderJson json, String name) throws IOException {
        long offset = json.tokenOffset();
        DType dtype = null;
        long[] shape = null;
        long[] dataOffsets = null;
        Set<String> fields = new HashSet<>();
        json.beginObject("an object with dtype, shape and data_offsets");
        while (json.hasNext()) {
            String field = json.nextName(fields);
            switch (field) {
                case "dtype" -> dtype = parseDType(json);
                case "shape" ->
                    shape = json.nextIntegers(
                            0, MAX_DIMENSIONS, "as shape an array of at most " + MAX_DIMENSIONS + " integers >= 0");
                case "data_offsets" ->
                    dataOffsets = json.nextIntegers(2, 2, "as data_offsets an array of two integers >= 0");
                default ->
                    throw json.refusal(
                            json.tokenOffset(),
                            "only the fields dtype, shape and data_offsets",
                            "a field " + Refusal.quote(field));
            }
        }
        json.endObject();
        if (fields.size() < FIELDS.size()) {
            Set<String> missing = new TreeSet<>(FIELDS);
            missing.removeAll(fields);
            throw json.refusal(offset, "the fields dtype, shape and data_offsets", "none named " + missing);
        }
        return new SafetensorsEntry(name, offset, new TensorInfo(dtype, shape), dataOffsets[0], dataOffsets[1]);
    }

    private static DType parseDType(HeaderJson json) throws IOException {
        String expected = "as dtype one of " + List.of(DType.values());
        String name = json.nextString(expected);
        for (DType dtype : DType.values()) {
            if (dtype.name().equals(name)) {
                return dtype;
            }
        }
        throw json.refusal(json.tokenOffset(), expected, Refusal.quote(name));
    }
}
