/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;

/** A golden pair of a learned metric. */
public record LearnedEntry(JsonObject json) {

    /** Those of a metric in one of the files. */
    public static List<LearnedEntry> of(String file, String metric) {
        try (Reader reader = new InputStreamReader(
                LearnedEntry.class.getResourceAsStream("/golden/learned/" + file), StandardCharsets.UTF_8)) {
            return StreamSupport.stream(
                            JsonParser.parseReader(reader).getAsJsonArray().spliterator(), false)
                    .map(JsonElement::getAsJsonObject)
                    .filter(entry -> entry.get("metric").getAsString().equals(metric))
                    .map(LearnedEntry::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int height() {
        return json.get("height").getAsInt();
    }

    public int width() {
        return json.get("width").getAsInt();
    }

    public double score() {
        return json.get("score").getAsDouble();
    }

    public String metric() {
        return json.get("metric").getAsString();
    }

    /** Planes red, green and blue of {@code ref} or {@code dist} in 0..1. */
    public float[] pixels(String which) {
        return patch(which, 0, 0, height(), width());
    }

    /** The same of a part. */
    public float[] patch(String which, int top, int left, int height, int width) {
        BufferedImage image = image(json.get(which).getAsString());
        float[] pixels = new float[3 * height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = image.getRGB(
                        json.get("left").getAsInt() + left + x, json.get("top").getAsInt() + top + y);
                for (int c = 0; c < 3; c++) {
                    pixels[(c * height + y) * width + x] = (rgb >> 16 - 8 * c & 0xff) / 255f;
                }
            }
        }
        return pixels;
    }

    private static BufferedImage image(String name) {
        try (InputStream in = LearnedEntry.class.getResourceAsStream("/images/" + name)) {
            return ImageIO.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public double[] numbers(String field) {
        return numbers(json.getAsJsonArray(field));
    }

    static double[] numbers(JsonArray array) {
        return array.asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
    }

    public boolean hasProbe(String stage) {
        return json.has("probes") && json.getAsJsonObject("probes").has(stage);
    }

    /** Compares a stage with its statistics and single values. */
    public void assertProbe(String stage, float[] values, double relativeTolerance) {
        assertProbe(stage, json.getAsJsonObject("probes").getAsJsonObject(stage), values, relativeTolerance);
    }

    /** @param relativeTolerance of the standard deviation of the stage */
    public static void assertProbe(String stage, JsonObject probe, float[] values, double relativeTolerance) {
        int[] shape = probe.getAsJsonArray("shape").asList().stream()
                .mapToInt(JsonElement::getAsInt)
                .toArray();
        assertThat(values).as(stage).hasSize(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
        double scale = Math.max(
                probe.get("std").getAsDouble(), Math.abs(probe.get("mean").getAsDouble()));
        Map<String, Double> statistics = Statistics.of(values);
        for (String name : List.of("mean", "std", "min", "max")) {
            double expected = probe.get(name).getAsDouble();
            assertThat(statistics.get(name))
                    .as(stage + " " + name)
                    .isCloseTo(expected, within(relativeTolerance * Math.max(scale, Math.abs(expected))));
        }
        probe.getAsJsonObject("at").entrySet().forEach(at -> {
            int index = 0;
            String[] position = at.getKey().split(",");
            for (int i = 0; i < position.length; i++) {
                index = index * shape[i] + Integer.parseInt(position[i]);
            }
            double expected = at.getValue().getAsDouble();
            assertThat((double) values[index])
                    .as(stage + " at " + at.getKey())
                    .isCloseTo(expected, within(relativeTolerance * Math.max(scale, Math.abs(expected))));
        });
    }

    @Override
    public String toString() {
        return json.has("name")
                ? json.get("name").getAsString()
                : metric() + " " + json.get("dist").getAsString() + " " + height() + "x" + width();
    }
}
