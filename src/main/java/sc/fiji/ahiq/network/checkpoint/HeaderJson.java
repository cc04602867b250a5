/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import sc.fiji.ahiq.base.error.WeightsException;

/**
 * The JSON tokens of a safetensors header, each checked for its type before it is taken, with their offsets in the
 * file. No method recurses or skips a value, so nesting costs nothing: the first unexpected token ends the reading.
 */
final class HeaderJson {

    private static final String INTEGER = "0|[1-9][0-9]{0,17}";

    private final Path file;
    private final long start;
    private final Utf8Reader text;
    private final JsonReader json;
    private String entry;
    private JsonToken token;
    private long tokenOffset;

    /** @param start offset of {@code header} in the file */
    HeaderJson(Path file, long start, ByteBuffer header) {
        this.file = file;
        this.start = start;
        this.text = new Utf8Reader(header);
        this.json = new JsonReader(text);
    }

    /** Names the entry that is being read in the refusals from now on; null for none. */
    void setEntry(String name) {
        entry = name;
    }

    /** Offset in the file of the token that was taken or refused last. */
    long tokenOffset() {
        return tokenOffset;
    }

    /** How far the file has been read. */
    long offset() {
        return start + text.position();
    }

    WeightsException refusal(long offset, String expected, String found) {
        return entry == null
                ? Refusal.at(file, offset, expected, found)
                : Refusal.at(file, entry, offset, expected, found);
    }

    boolean hasNext() throws IOException {
        return peek() != JsonToken.END_OBJECT && peek() != JsonToken.END_ARRAY;
    }

    void beginObject(String expected) throws IOException {
        take(JsonToken.BEGIN_OBJECT, expected);
        json.beginObject();
    }

    void endObject() throws IOException {
        take(JsonToken.END_OBJECT, "the end of an object");
        json.endObject();
    }

    void endDocument() throws IOException {
        take(JsonToken.END_DOCUMENT, "the end of the header");
    }

    /** The next name of an object; refused when it is already in {@code seen}, to which it is added. */
    String nextName(Set<String> seen) throws IOException {
        take(JsonToken.NAME, "a name");
        String name = json.nextName();
        if (!seen.add(name)) {
            throw refusal(tokenOffset, "each name only once in a JSON object", Refusal.quote(name) + " again");
        }
        return name;
    }

    String nextString(String expected) throws IOException {
        take(JsonToken.STRING, expected);
        return json.nextString();
    }

    /** An array of integers from 0 to 10^18 - 1, written without fraction or exponent. */
    long[] nextIntegers(int minLength, int maxLength, String expected) throws IOException {
        take(JsonToken.BEGIN_ARRAY, expected);
        json.beginArray();
        long offset = tokenOffset;
        long[] values = new long[maxLength];
        int length = 0;
        while (hasNext() && length < maxLength) {
            values[length++] = nextInteger(expected);
        }
        if (hasNext() || length < minLength) {
            throw refusal(offset, expected, "an array " + (hasNext() ? "with more" : "of length " + length));
        }
        take(JsonToken.END_ARRAY, expected);
        json.endArray();
        return Arrays.copyOf(values, length);
    }

    private long nextInteger(String expected) throws IOException {
        take(JsonToken.NUMBER, expected);
        String digits = json.nextString();
        if (!digits.matches(INTEGER)) {
            throw refusal(tokenOffset, expected, Refusal.shorten(digits));
        }
        return Long.parseLong(digits);
    }

    private void take(JsonToken expected, String expectedWords) throws IOException {
        JsonToken found = peek();
        if (found != expected) {
            throw refusal(tokenOffset, expectedWords, describe(found));
        }
        token = null;
    }

    private JsonToken peek() throws IOException {
        if (token == null) {
            // Before the parser looks at the token, because looking consumes characters.
            tokenOffset = start + text.nextTokenPosition();
            token = json.peek();
        }
        return token;
    }

    private static String describe(JsonToken token) {
        return switch (token) {
            case BEGIN_ARRAY -> "an array";
            case BEGIN_OBJECT -> "an object";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case NAME -> "a name";
            default -> "nothing more";
        };
    }
}
