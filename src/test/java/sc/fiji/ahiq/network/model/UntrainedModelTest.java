/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

class UntrainedModelTest {

    private static final Map<String, String> PREFIXES =
            Map.of("vit", "vit.", "resnet50", "cnn.", "deform_net", "deform_net.", "regressor", "regressor.");

    /** Sums of up to 7 million values below 1, added in another order, differ by less than 1e-8. */
    private static final double SUM_TOLERANCE = 1e-7;

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void weightsAreThoseOfThePublishedRecipe(int patch) throws IOException {
        Architecture architecture = patch == 8 ? Architecture.vitB8() : Architecture.vitB16();
        UntrainedModel model = new UntrainedModel("untrained", architecture, 1);
        List<String> names = new ArrayList<>();
        for (JsonElement element : weights("weights_vit_b" + patch + "_seed1.json")) {
            JsonObject expected = element.getAsJsonObject();
            String name = PREFIXES.get(expected.get("part").getAsString())
                    + expected.get("key").getAsString();
            names.add(name);
            Tensor tensor = model.tensor(name);
            assertThat(tensor.dtype()).as(name).isEqualTo(DType.F32);
            assertThat(tensor.shape()).as(name).isEqualTo(shape(expected));
            assertThat(architecture.tensorShapes().get(name)).as(name).isEqualTo(shape(expected));
            assertThat(tensor.get(0)).as(name).isEqualTo(expected.get("first").getAsDouble());
            assertThat(tensor.get(tensor.elementCount() - 1))
                    .as(name)
                    .isEqualTo(expected.get("last").getAsDouble());
            assertThat(sum(tensor)).as(name).isCloseTo(expected.get("sum").getAsDouble(), within(SUM_TOLERANCE));
        }
        assertThat(architecture.tensorShapes()).containsOnlyKeys(names);
    }

    private static List<JsonElement> weights(String file) throws IOException {
        try (Reader reader = new InputStreamReader(
                UntrainedModelTest.class.getResourceAsStream("/golden/" + file), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonArray().asList();
        }
    }

    private static long[] shape(JsonObject expected) {
        return expected.getAsJsonArray("shape").asList().stream()
                .mapToLong(JsonElement::getAsLong)
                .toArray();
    }

    private static double sum(Tensor tensor) {
        FloatBuffer values = tensor.data().asFloatBuffer();
        double sum = 0;
        while (values.hasRemaining()) {
            sum += values.get();
        }
        return sum;
    }

    @Test
    void theSeedDecidesTheWeights() {
        String name = "vit.cls_token";
        Tensor first = new UntrainedModel("a", CompactArchitecture.patch8(), 1).tensor(name);

        assertThat(new UntrainedModel("b", CompactArchitecture.patch8(), 1)
                        .tensor(name)
                        .toFloats())
                .isEqualTo(first.toFloats());
        assertThat(new UntrainedModel("a", CompactArchitecture.patch8(), 2)
                        .tensor(name)
                        .toFloats())
                .isNotEqualTo(first.toFloats());
    }

    @Test
    void theCardSaysThatTheScoresMeanNothing() {
        ModelCard card = new UntrainedModel("bench", CompactArchitecture.patch8(), 7).card();

        assertThat(card.name()).isEqualTo("bench");
        assertThat(card.description()).contains("UNTRAINED");
        assertThat(card.source()).contains("seed 7");
        assertThat(card.normalization()).isEqualTo(Normalization.PUBLISHED);
    }
}
