/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.tensor.Tensor;

class JaxVitTest {

    private static final Path FILE = Path.of("B_8.npz");
    private static final PublishedLayout LAYOUT =
            new PublishedLayout(new UntrainedModel("jax", PublishedLayout.compact(64, 8), 5));

    private final Map<String, Tensor> arrays = LAYOUT.jaxVit();

    private Map<String, SourceTensor> convert() {
        return JaxVit.convert(FILE, PlainNames.of(new FakeCheckpoint(FILE, arrays)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opt/target/"})
    void allArraysBecomeTensorsOfTimm(String prefix) {
        Map<String, Tensor> prefixed = new LinkedHashMap<>();
        arrays.forEach((name, array) -> prefixed.put(prefix + name, array));
        Map<String, SourceTensor> plain = PlainNames.of(new FakeCheckpoint(FILE, prefixed));

        assertThat(JaxVit.isOne(plain)).isTrue();
        Map<String, SourceTensor> converted = JaxVit.convert(FILE, plain);

        Map<String, Tensor> expected = LAYOUT.vit();
        assertThat(converted).containsOnlyKeys(expected.keySet());
        expected.forEach((name, tensor) -> {
            Tensor found = converted.get(name).data().get();
            assertThat(found.shape()).as(name).isEqualTo(tensor.shape());
            assertThat(converted.get(name).info().shape()).as(name).isEqualTo(tensor.shape());
            assertThat(found.data()).as(name).isEqualTo(tensor.data());
        });
    }

    @Test
    void tensorsOfTimmAreNotTakenForJax() {
        assertThat(JaxVit.isOne(PlainNames.of(new FakeCheckpoint(FILE, LAYOUT.vit()))))
                .isFalse();
    }

    @Test
    void unknownArraysKeepTheirNames() {
        arrays.put("Transformer/encoderblock_0/other", Tensor.of(new float[1]));

        assertThat(convert()).containsKey("Transformer/encoderblock_0/other");
    }

    @ParameterizedTest
    @CsvSource({
        "embedding/kernel, 4",
        "Transformer/encoderblock_1/MlpBlock_3/Dense_0/kernel, 2",
        "Transformer/encoderblock_1/MultiHeadDotProductAttention_1/query/kernel, 3",
        "Transformer/encoderblock_1/MultiHeadDotProductAttention_1/value/bias, 2",
        "Transformer/encoderblock_1/MultiHeadDotProductAttention_1/out/kernel, 3",
        "head/kernel, 2"
    })
    void anArrayOfAnotherRankIsRefused(String name, int rank) {
        arrays.put(name, Tensor.of(new float[3], 1, 1, 1, 1, 3));

        assertThatThrownBy(this::convert)
                .isInstanceOf(WeightsException.class)
                .hasMessage("Cannot import B_8.npz: the array " + name + " is F32[1, 1, 1, 1, 3], expected " + rank
                        + " axes. Take the file of the Vision Transformer that the README names.");
    }

    @Test
    void queriesKeysAndValuesAreAlike() {
        String attention = "Transformer/encoderblock_3/MultiHeadDotProductAttention_1/";
        arrays.put(attention + "key/kernel", Tensor.of(new float[128 * 64], 128, 1, 64));

        assertThatThrownBy(this::convert)
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(
                        "the array " + attention + "key/kernel is F32[128, 1, 64], expected the same type and"
                                + " shape as " + attention + "query/kernel, F32[128, 2, 64].");

        arrays.remove(attention + "key/kernel");
        assertThatThrownBy(this::convert)
                .isInstanceOf(WeightsException.class)
                .hasMessage("Cannot import B_8.npz: the array " + attention
                        + "key/kernel is missing. The file is incomplete: download it again.");
    }
}
