/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

class ModulePicklerTest {

    private final ModulePickler pickler = new ModulePickler();

    @Test
    void aModuleIsPickledAsThePackageDescriptionShows() {
        byte[] pickle = pickler.pickle(new ScriptModule("ahiq.vit.VisionTransformer").set("patch", 8));

        assertThat(hex(pickle))
                .isEqualTo("8002"
                        + "63" + text("__torch__.ahiq.vit") + "0a" + text("VisionTransformer") + "0a"
                        + "2981"
                        + "7d28"
                        + "5808000000" + text("training") + "89"
                        + "5805000000" + text("patch") + "4b08"
                        + "75622e");
        assertThat(pickler.storages()).isEmpty();
    }

    @Test
    void aTensorIsRebuiltFromAStorageInTheOrderOfTheKeys() {
        Tensor first = Tensor.of(new float[6], 2, 3);
        Tensor second = Tensor.of(new float[] {1});
        byte[] pickle = pickler.pickle(new ScriptModule("m.M").set("a", first).set("b", second));

        assertThat(hex(pickle))
                .contains("63" + text("torch._utils\n_rebuild_tensor_v2\n")
                        + "2828" + "5807000000" + text("storage")
                        + "63" + text("torch\nFloatStorage\n")
                        + "580100000030" // storage "0"
                        + "5803000000" + text("cpu")
                        + "4b06" // element count
                        + "7451" // persistent id
                        + "4b00" // offset
                        + "284b024b0374" // shape
                        + "284b034b0174" // strides
                        + "89" // needs no gradient
                        + "63" + text("collections\nOrderedDict\n") + "2952"
                        + "7452")
                .contains("580100000031" + "5803000000" + text("cpu") + "4b01" + "7451" + "4b00" + "2874" + "2874");
        assertThat(pickler.storages()).extracting(Stack::parts).containsExactly(List.of(first), List.of(second));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4b00",
        "255, 4bff",
        "256, 8a080001000000000000",
        "-1, 8a08ffffffffffffffff",
        "9223372036854775807, 8a08ffffffffffffff7f",
        "-9223372036854775808, 8a080000000000000080"
    })
    void integersOfAnySizeKeepTheirValue(long value, String opcodes) {
        byte[] pickle = pickler.pickle(new ScriptModule("m.M").set("n", value));

        assertThat(hex(pickle)).endsWith("58010000006e" + opcodes + "75622e");
    }

    @Test
    void aModuleMayHoldModules() {
        ScriptModule inner = new ScriptModule("m.Inner").set("n", 1);
        byte[] pickle = pickler.pickle(new ScriptModule("m.Outer").set("inner", inner));

        assertThat(hex(pickle))
                .contains("5805000000" + text("inner") + "63" + text("__torch__.m\nInner\n") + "29817d28");
        assertThat(hex(pickle)).endsWith("4b01" + "7562" + "75622e");
    }

    @Test
    void anAttributeCannotBeSetTwice() {
        ScriptModule module = new ScriptModule("ahiq.vit.VisionTransformer").set("heads", 12);

        assertThatThrownBy(() -> module.set("heads", 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Attribute heads of ahiq.vit.VisionTransformer is set twice");
        assertThatThrownBy(() -> module.set("training", 1)).hasMessageContaining("training");
    }

    @Test
    void onlyTensorsOfOneTypeAndShapeAreStacked() {
        Tensor pair = Tensor.of(new float[2], 2);
        ScriptModule module = new ScriptModule("m.M");

        assertThatThrownBy(() -> module.setStacked("w", List.of(pair, Tensor.of(new float[3], 3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot stack F32[2] and F32[3]");
        assertThatThrownBy(() -> module.setStacked("w", List.of(pair, pair.to(DType.F16))))
                .hasMessage("Cannot stack F32[2] and F16[2]");
        assertThatThrownBy(() -> module.setStacked("w", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is nothing to stack");
    }

    @Test
    void stackingAddsAFirstDimension() {
        Stack stack = Stack.of(List.of(Tensor.of(new float[6], 2, 3), Tensor.of(new float[6], 2, 3)));

        assertThat(stack.shape()).containsExactly(2, 2, 3);
        assertThat(stack.sizeBytes()).isEqualTo(48);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String text(String ascii) {
        return hex(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
