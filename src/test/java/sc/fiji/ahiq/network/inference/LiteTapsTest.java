/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.importing.LiteModel;

/**
 * Features of the genuine EfficientNet-Lite0 against those that a second implementation gave in float64. Needs the file
 * that {@code AHIQ_EFFICIENTNET_LITE0} names.
 */
class LiteTapsTest {

    private static final List<String> TAPS = List.of("image", "stem", "block0", "block2", "block4", "block10");

    /** Of the largest value of a map. */
    private static final double RELATIVE_TOLERANCE = 2e-6;

    @Test
    void featuresAreThoseOfTheGenuineNetwork() throws Exception {
        String file = System.getenv("AHIQ_EFFICIENTNET_LITE0");
        assumeTrue(file != null, "AHIQ_EFFICIENTNET_LITE0 does not name the file of EfficientNet-Lite0");
        try (LiteModel model = LiteModel.open("lite", Path.of(file), DifferenceArchitecture.standard(), true);
                TorchNetwork network = TorchNetwork.load(model, CompactNetworks.cpu(), Precision.FLOAT32);
                NDManager manager = network.newManager();
                Reader reader = new InputStreamReader(
                        LiteTapsTest.class.getResourceAsStream("/golden/efficientnet_lite0.json"),
                        StandardCharsets.UTF_8)) {
            int checked = 0;
            for (JsonElement element : JsonParser.parseReader(reader).getAsJsonArray()) {
                JsonObject entry = element.getAsJsonObject();
                int tap = TAPS.indexOf(entry.get("tap").getAsString());
                if (tap >= 0) {
                    NDList features = network.call(
                            "features", image(manager, entry.get("image").getAsString()));
                    checkTap(features.get(tap), entry);
                    checked++;
                }
            }
            assertThat(checked).isEqualTo(15);
        }
    }

    private static NDArray image(NDManager manager, String name) {
        BufferedImage image = TestPixels.read(name);
        float[] pixels = new float[3 * image.getWidth() * image.getHeight()];
        TestPixels.of(image, image.getWidth(), image.getHeight())
                .read(0, 0, image.getWidth(), image.getHeight(), pixels);
        LiteModel.NORMALIZATION.apply(pixels, 0, pixels.length);
        return manager.create(pixels, new Shape(1, 3, image.getHeight(), image.getWidth()));
    }

    private static void checkTap(NDArray features, JsonObject entry) {
        double tolerance = RELATIVE_TOLERANCE
                * Math.max(entry.get("max").getAsDouble(), -entry.get("min").getAsDouble());
        entry.getAsJsonObject("at").entrySet().forEach(at -> {
            String[] index = at.getKey().split(",");
            float found =
                    features.getFloat(0, Long.parseLong(index[0]), Long.parseLong(index[1]), Long.parseLong(index[2]));
            assertThat((double) found)
                    .as("%s of %s at %s", entry.get("tap"), entry.get("image"), at.getKey())
                    .isCloseTo(at.getValue().getAsDouble(), within(tolerance));
        });
    }
}
