/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import sc.fiji.ahiq.image.crop.CropScore;
import sc.fiji.ahiq.scoring.ScoreRow;

/**
 * An array of objects with the columns of a row and {@code crop_scores}. JSON has no number for infinity, the PSNR of identical
 * images: it is the text {@code "Infinity"}.
 */
final class JsonPrinter implements ScorePrinter {

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .registerTypeAdapter(Double.class, (JsonSerializer<Double>) (value, type, context) -> number(value))
            .create();

    private final PrintWriter out;
    private final JsonWriter json;

    JsonPrinter(PrintWriter out) {
        this.out = out;
        this.json = new JsonWriter(out);
        json.setIndent("  ");
        try {
            json.beginArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonPrimitive number(Double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : new JsonPrimitive(value.toString());
    }

    @Override
    public void print(ScoreRow row, List<CropScore> crops) {
        JsonObject object = GSON.toJsonTree(row.cells()).getAsJsonObject();
        object.add("crop_scores", GSON.toJsonTree(crops));
        GSON.toJson(object, json);
        out.flush();
    }

    @Override
    public void close() {
        try {
            json.endArray();
            json.flush();
            out.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
