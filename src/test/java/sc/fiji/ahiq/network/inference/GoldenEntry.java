/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** A crop pair among the test images and what the published network, run in float64, says of it. */
final class GoldenEntry {

    private static final int SIZE = 224;
    private static final int NPY_HEADER_BYTES = 128;

    private final JsonObject json;

    private GoldenEntry(JsonObject json) {
        this.json = json;
    }

    static List<GoldenEntry> ofPatchSize(int patch) {
        try (Reader reader = new InputStreamReader(open("/golden/expected.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonArray().asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .filter(entry -> entry.get("patch").getAsInt() == patch)
                    .map(GoldenEntry::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reference crops of several entries. */
    static CropSource references(List<GoldenEntry> entries) {
        return (index, target, offset) -> entries.get(index).read("ref", target, offset);
    }

    /** The distorted crops of several entries. */
    static CropSource distorted(List<GoldenEntry> entries) {
        return (index, target, offset) -> entries.get(index).read("dist", target, offset);
    }

    private void read(String image, float[] target, int offset) {
        BufferedImage pixels = image(json.get(image).getAsString());
        int left = json.get("left").getAsInt();
        int top = json.get("top").getAsInt();
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int rgb = pixels.getRGB(left + x, top + y);
                for (int channel = 0; channel < 3; channel++) {
                    target[offset + (channel * SIZE + y) * SIZE + x] = (rgb >> 16 - 8 * channel & 0xff) / 255f;
                }
            }
        }
    }

    private static BufferedImage image(String name) {
        try (InputStream in = open("/images/" + name)) {
            return ImageIO.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double score() {
        return json.get("score").getAsDouble();
    }

    /** @param kind {@code patch_scores} or {@code patch_weights} */
    float[] map(String kind) {
        try (InputStream in = open("/golden/" + this + "_" + kind + ".npy")) {
            in.skipNBytes(NPY_HEADER_BYTES);
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[] values = new float[bytes.remaining() / Float.BYTES];
            bytes.asFloatBuffer().get(values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shape of a stage: channels, height, width. */
    List<Integer> shape(String stage) {
        return json.getAsJsonObject(stage).getAsJsonArray("shape").asList().stream()
                .map(JsonElement::getAsInt)
                .toList();
    }

    /** Statistics of a map or a stage by name: {@code mean}, {@code std}, and for some {@code min} and {@code max}. */
    Map<String, Double> statistics(String stage) {
        return json.getAsJsonObject(stage).entrySet().stream()
                .filter(entry -> entry.getValue().isJsonPrimitive())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getAsDouble()));
    }

    /** Single values of a stage by {@code channel,row,column}. */
    Map<String, Double> probes(String stage) {
        return json.getAsJsonObject(stage).getAsJsonObject("at").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getAsDouble()));
    }

    private static InputStream open(String resource) {
        return GoldenEntry.class.getResourceAsStream(resource);
    }

    @Override
    public String toString() {
        return json.get("name").getAsString();
    }
}
